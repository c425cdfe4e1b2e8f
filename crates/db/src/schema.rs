//! The tables of the newest migration, as this crate queries them, and what older schemas of the window have beside them
//! ([`crate::shape`]). The migrations do not know this file: they have to work on databases that are older than it.

diesel::table! {
    head (id) {
        id -> BigInt,
        revision -> BigInt,
    }
}

diesel::table! {
    log_start (id) {
        id -> BigInt,
        revision -> BigInt,
    }
}

diesel::table! {
    settings (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    leases (duty) {
        duty -> Text,
        holder -> Text,
        token -> BigInt,
        beat -> BigInt,
        lasts -> BigInt,
    }
}

diesel::table! {
    servers (id) {
        id -> Text,
        name -> Text,
        program -> Text,
        oldest -> BigInt,
        newest -> BigInt,
        beat -> BigInt,
        lasts -> BigInt,
    }
}

diesel::table! {
    commits (revision) {
        revision -> BigInt,
        committed_at -> BigInt,
        actor -> Text,
        request_id -> Text,
        batch -> Text,
    }
}

diesel::table! {
    changes (revision, change_index) {
        revision -> BigInt,
        change_index -> BigInt,
        entity -> Text,
        entity_id -> Text,
        before -> Nullable<Text>,
        after -> Nullable<Text>,
    }
}

diesel::table! {
    names (name) {
        name -> Text,
        owner -> Text,
    }
}

diesel::table! {
    policies (id) {
        id -> Text,
        name -> Text,
        abbreviation -> Text,
        description -> Text,
        owner -> Text,
        kind -> Text,
        created_revision -> BigInt,
        created_index -> BigInt,
    }
}

diesel::table! {
    rules (id) {
        id -> Text,
        policy_id -> Text,
        text -> Text,
        identity -> Text,
        name -> Nullable<Text>,
        comment -> Text,
        disabled -> Nullable<Text>,
        created_revision -> BigInt,
        created_index -> BigInt,
        /// From 0006 on.
        head_table -> Text,
    }
}

diesel::table! {
    policy_tables (policy, name) {
        policy -> Text,
        name -> Text,
        #[sql_name = "columns"]
        width -> BigInt,
        created_revision -> BigInt,
        created_index -> BigInt,
    }
}

diesel::table! {
    library_policies (id) {
        id -> Text,
        name -> Text,
        abbreviation -> Text,
        description -> Text,
        kind -> Text,
        /// Until 0011: all rules as one JSON text, '' where it is not filled in.
        #[sql_name = "rules"]
        text -> Text,
        created_revision -> BigInt,
        created_index -> BigInt,
    }
}

diesel::table! {
    library_rules (library_policy_id, position) {
        library_policy_id -> Text,
        position -> BigInt,
        rule -> Text,
        name -> Nullable<Text>,
        comment -> Nullable<Text>,
        extra -> Nullable<Text>,
    }
}

diesel::table! {
    data_sources (id) {
        id -> Text,
        name -> Text,
        driver -> Text,
        description -> Nullable<Text>,
        #[sql_name = "type"]
        kind -> Nullable<Text>,
        enabled -> Bool,
        config -> Nullable<Text>,
        created_revision -> BigInt,
        created_index -> BigInt,
    }
}

diesel::table! {
    data_source_tables (data_source_id, name) {
        data_source_id -> Text,
        name -> Text,
        updates -> BigInt,
        updated_at -> BigInt,
        created_revision -> BigInt,
        created_index -> BigInt,
    }
}

diesel::table! {
    data_source_rows (data_source_id, table_name, row) {
        data_source_id -> Text,
        table_name -> Text,
        row -> Text,
    }
}

diesel::table! {
    /// From 0012 on.
    executions (id) {
        id -> Text,
        data_source -> Text,
        action -> Text,
        positional -> Text,
        named -> Text,
        origin -> Text,
        asked_by -> Text,
        asked_at -> BigInt,
        progress -> Text,
        ended_at -> Nullable<BigInt>,
        reason -> Nullable<Text>,
        created_revision -> BigInt,
        created_index -> BigInt,
    }
}

diesel::table! {
    /// From 0012 on.
    execution_changes (revision, change_index) {
        revision -> BigInt,
        change_index -> BigInt,
        execution_id -> Text,
        before -> Nullable<Text>,
        after -> Nullable<Text>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(commits, head);
