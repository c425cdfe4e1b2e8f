//! Looking at a database file and the disk it is on.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use rustix::fs::{Access, access, statfs, statvfs};

use super::Finding;
use crate::{Connection, DatabaseUrl, OpenError, SessionOptions};

const MIB: u64 = 1024 * 1024;
/// With less room than this, the log of a busy minute may not fit.
const LITTLE_ROOM: u64 = 256 * MIB;
/// With less room than this, nothing fits.
const NO_ROOM: u64 = 8 * MIB;
/// A file up to this size is read from end to end.
const CHECKED_SIZE: u64 = 512 * MIB;

/// File systems by the number that statfs(2) lists for them.
const FILE_SYSTEMS: &[(u64, &str, Kind)] = &[
    (0x6969, "NFS", Kind::Remote),
    (0x517b, "SMB", Kind::Remote),
    (0xff53_4d42, "CIFS", Kind::Remote),
    (0xfe53_4d42, "SMB2", Kind::Remote),
    (0x0102_1997, "9P", Kind::Remote),
    (0x00c3_6400, "Ceph", Kind::Remote),
    (0x6573_5546, "FUSE", Kind::Unknown),
    (0x0102_1994, "tmpfs", Kind::Memory),
    (0x8584_58f6, "ramfs", Kind::Memory),
    (0x794c_7630, "overlay", Kind::Layer),
];

#[derive(Clone, Copy)]
enum Kind {
    /// On another machine: locks and shared memory do not work.
    Remote,
    /// It may be anything.
    Unknown,
    /// It goes with the machine.
    Memory,
    /// It goes with the container.
    Layer,
}

pub(super) fn examine(url: &DatabaseUrl, path: &Path, tell: &mut dyn FnMut(Finding)) {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let what = format!("there is no folder {}", folder.display());
        tell(Finding::wrong("file", what, "make it, or name another database with --database"));
        return;
    }
    tell(file_system(folder));
    tell(room(folder));
    tell(permissions(path, folder));
    if !path.exists() {
        let what = format!("{} does not exist yet; a server makes it when it starts", path.display());
        tell(Finding::well("file", what));
        return;
    }
    match Connection::open(url, &SessionOptions::reader()) {
        Err(error) => tell(refused(&error)),
        Ok(mut connection) => {
            tell(Finding::well("file", format!("{} can be opened", path.display())));
            tell(journal(&mut connection));
            tell(soundness(&mut connection, path));
        }
    }
}

fn refused(error: &OpenError) -> Finding {
    Finding::wrong(
        "file",
        error.to_string(),
        "look at path and permissions; a damaged file needs the back-up",
    )
}

fn file_system(folder: &Path) -> Finding {
    let number = match statfs(folder) {
        Ok(found) => u64::from(u32::try_from(found.f_type & 0xffff_ffff).unwrap_or_default()),
        Err(error) => {
            let what = format!("cannot be told: {error}");
            return Finding::doubtful("file system", what, "look at the permissions of the folder");
        }
    };
    let known = FILE_SYSTEMS.iter().find(|(known, ..)| *known == number);
    let Some((_, name, kind)) = known else { return Finding::well("file system", "a local disk") };
    let elsewhere = "put the database on a local disk";
    match kind {
        Kind::Remote => {
            let what = format!("{name}: SQLite's locks and shared memory do not work on a network");
            Finding::wrong("file system", what, elsewhere)
        }
        Kind::Unknown => {
            let what = format!(
                "{name}: whether locks work and a sync reaches the disk depends on what is behind it"
            );
            Finding::doubtful("file system", what, elsewhere)
        }
        Kind::Memory => {
            Finding::doubtful("file system", format!("{name}: gone when the machine stops"), elsewhere)
        }
        Kind::Layer => {
            let what = format!("{name}: if it is a container's own, the database goes with the container");
            Finding::doubtful("file system", what, "keep the database on a volume")
        }
    }
}

fn room(folder: &Path) -> Finding {
    let free = match statvfs(folder) {
        Ok(found) => found.f_bavail.saturating_mul(found.f_frsize),
        Err(error) => {
            let what = format!("cannot be told: {error}");
            return Finding::doubtful("room", what, "look at the permissions of the folder");
        }
    };
    let what = format!("{} MiB are free", free / MIB);
    let remedy = "make room: without it writes are answered 503";
    match free {
        ..NO_ROOM => Finding::wrong("room", what, remedy),
        NO_ROOM..LITTLE_ROOM => Finding::doubtful("room", what, remedy),
        LITTLE_ROOM.. => Finding::well("room", what),
    }
}

fn permissions(path: &Path, folder: &Path) -> Finding {
    let may_write = |path: &Path| access(path, Access::READ_OK | Access::WRITE_OK).is_ok();
    if !may_write(folder) || path.exists() && !may_write(path) {
        let what = format!("this user may not write {} and its folder", path.display());
        return Finding::wrong("permissions", what, "chown both to the user that serves");
    }
    let mode = fs::metadata(path).map(|metadata| metadata.permissions().mode() & 0o777);
    match mode {
        Ok(mode) if mode & 0o077 != 0 => Finding::doubtful(
            "permissions",
            format!("others on this machine may open the file (mode {mode:04o})"),
            format!("chmod 600 {}", path.display()),
        ),
        _ => Finding::well("permissions", "only this user may read and write"),
    }
}

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    word: String,
}

fn word(connection: &mut Connection, sql: &str) -> Result<String, String> {
    let word = sql_query(sql).get_result::<Word>(connection);
    word.map(|word| word.word).map_err(|error| error.to_string())
}

fn journal(connection: &mut Connection) -> Finding {
    match word(connection, "SELECT journal_mode AS word FROM pragma_journal_mode") {
        Ok(mode) if mode == "wal" => {
            Finding::well("durability", "a write-ahead log, synced at every COMMIT (synchronous=FULL)")
        }
        Ok(mode) => Finding::doubtful(
            "durability",
            format!("the journal mode is {mode}; a server turns it into a write-ahead log when it starts"),
            "end other programs that use the file",
        ),
        Err(error) => Finding::wrong("durability", error, "restore the back-up if the file is damaged"),
    }
}

fn soundness(connection: &mut Connection, path: &Path) -> Finding {
    let size = fs::metadata(path).map(|metadata| metadata.len()).unwrap_or_default();
    if size > CHECKED_SIZE {
        let what = format!("not looked at: {} MiB would take long; PRAGMA quick_check does it", size / MIB);
        return Finding::well("soundness", what);
    }
    match word(connection, "SELECT quick_check AS word FROM pragma_quick_check LIMIT 1") {
        Ok(answer) if answer == "ok" => Finding::well("soundness", "every page of the file was looked at"),
        Ok(said) | Err(said) => {
            Finding::wrong("soundness", format!("the file is damaged: {said}"), "restore the back-up")
        }
    }
}
