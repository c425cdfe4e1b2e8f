//! 0003 fills `books.sort_key` from the titles, while the program goes on lending books.

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::Connection;
use statehouse_migrations::data::{Batch, DataError, DataMigration};

// What it needs of the table, as that is at this version: whatever the program does with books later.
#[derive(QueryableByName)]
struct Book {
    #[diesel(sql_type = Text)]
    isbn: String,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Nullable<Text>)]
    sort_key: Option<String>,
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    books: i64,
}

/// What a title is sorted by: without its article.
fn sort_key(title: &str) -> String {
    let articles = ["A ", "An ", "The "];
    articles.iter().find_map(|article| title.strip_prefix(article)).unwrap_or(title).to_lowercase()
}

#[derive(Debug)]
pub struct SortKeys;

impl DataMigration for SortKeys {
    fn name(&self) -> &'static str {
        "sort_keys"
    }

    fn total(&self, connection: &mut Connection) -> Result<u64, DataError> {
        let counted: Counted = sql_query("SELECT COUNT(*) AS books FROM books").get_result(connection)?;
        Ok(counted.books.unsigned_abs())
    }

    /// Mends what is missing or wrong and leaves alone what is right, so running it again does no harm.
    fn up(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError> {
        let next = "SELECT isbn, title, sort_key FROM books WHERE isbn > ? ORDER BY isbn LIMIT ?";
        let books: Vec<Book> = sql_query(next)
            .bind::<Text, _>(after.unwrap_or_default())
            .bind::<BigInt, _>(i64::from(limit))
            .load(connection)?;
        for book in &books {
            let right = sort_key(&book.title);
            if book.sort_key.as_ref() != Some(&right) {
                sql_query("UPDATE books SET sort_key = ? WHERE isbn = ?")
                    .bind::<Text, _>(right)
                    .bind::<Text, _>(&book.isbn)
                    .execute(connection)?;
            }
        }
        let rows = books.len() as u64;
        let next = books.last().filter(|_| rows == u64::from(limit)).map(|book| book.isbn.clone());
        Ok(Batch { rows, next })
    }

    /// The keys follow from the titles, and 0002 drops them on its way down.
    fn down(&self, _: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        Ok(Batch::default())
    }
}
