CREATE TABLE public.changes (
    revision bigint NOT NULL,
    change_index bigint NOT NULL,
    entity text NOT NULL COLLATE pg_catalog."C",
    entity_id text NOT NULL COLLATE pg_catalog."C",
    before text COLLATE pg_catalog."C",
    after text COLLATE pg_catalog."C",
    CONSTRAINT changes_change_index_check CHECK ((change_index >= 0)),
    CONSTRAINT changes_check CHECK (((before IS NOT NULL) OR (after IS NOT NULL))),
    CONSTRAINT changes_entity_check CHECK ((entity = ANY (ARRAY['policy'::text, 'rule'::text, 'table'::text, 'library_policy'::text, 'data_source'::text, 'rows'::text])))
);
CREATE TABLE public.commits (
    revision bigint NOT NULL,
    committed_at bigint NOT NULL,
    actor text NOT NULL COLLATE pg_catalog."C",
    request_id text NOT NULL COLLATE pg_catalog."C",
    batch text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.data_source_rows (
    data_source_id text NOT NULL COLLATE pg_catalog."C",
    table_name text NOT NULL COLLATE pg_catalog."C",
    "row" text NOT NULL COLLATE pg_catalog."C",
    row_digest bytea GENERATED ALWAYS AS (sha256((replace("row", '\'::text, '\\'::text))::bytea)) STORED NOT NULL
);
CREATE TABLE public.data_source_tables (
    data_source_id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    updates bigint NOT NULL,
    updated_at bigint NOT NULL,
    created_revision bigint NOT NULL,
    created_index bigint NOT NULL,
    CONSTRAINT data_source_tables_updates_check CHECK ((updates >= 0))
);
CREATE TABLE public.data_sources (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    name_owner text DEFAULT 'data_source'::text NOT NULL COLLATE pg_catalog."C",
    driver text NOT NULL COLLATE pg_catalog."C",
    description text COLLATE pg_catalog."C",
    type text COLLATE pg_catalog."C",
    enabled boolean NOT NULL,
    config text COLLATE pg_catalog."C",
    created_revision bigint NOT NULL,
    created_index bigint NOT NULL,
    CONSTRAINT data_sources_name_owner_check CHECK ((name_owner = 'data_source'::text))
);
CREATE TABLE public.head (
    id bigint NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT head_id_check CHECK ((id = 1)),
    CONSTRAINT head_revision_check CHECK ((revision >= 0))
);
CREATE TABLE public.leases (
    duty text NOT NULL COLLATE pg_catalog."C",
    holder text NOT NULL COLLATE pg_catalog."C",
    token bigint NOT NULL,
    beat bigint NOT NULL,
    lasts bigint NOT NULL,
    CONSTRAINT leases_beat_check CHECK ((beat >= 0)),
    CONSTRAINT leases_lasts_check CHECK ((lasts > 0)),
    CONSTRAINT leases_token_check CHECK ((token >= 1))
);
CREATE TABLE public.library_policies (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    abbreviation text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    created_revision bigint NOT NULL,
    created_index bigint NOT NULL,
    CONSTRAINT library_policies_kind_check CHECK ((kind = ANY (ARRAY['nonrecursive'::text, 'action'::text, 'database'::text, 'materialized'::text, 'datasource'::text, 'z3'::text])))
);
CREATE TABLE public.library_rules (
    library_policy_id text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    rule text NOT NULL COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    comment text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT library_rules_position_check CHECK (("position" >= 0))
);
CREATE TABLE public.log_start (
    id bigint NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT log_start_id_check CHECK ((id = 1)),
    CONSTRAINT log_start_revision_check CHECK ((revision >= 1))
);
CREATE TABLE public.names (
    name text NOT NULL COLLATE pg_catalog."C",
    owner text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT names_owner_check CHECK ((owner = ANY (ARRAY['policy'::text, 'data_source'::text])))
);
CREATE TABLE public.policies (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    name_owner text DEFAULT 'policy'::text NOT NULL COLLATE pg_catalog."C",
    abbreviation text NOT NULL COLLATE pg_catalog."C",
    description text NOT NULL COLLATE pg_catalog."C",
    owner text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    created_revision bigint NOT NULL,
    created_index bigint NOT NULL,
    CONSTRAINT policies_kind_check CHECK ((kind = ANY (ARRAY['nonrecursive'::text, 'action'::text, 'database'::text, 'materialized'::text, 'datasource'::text, 'z3'::text]))),
    CONSTRAINT policies_name_owner_check CHECK ((name_owner = 'policy'::text))
);
CREATE TABLE public.policy_tables (
    policy text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    columns bigint NOT NULL,
    created_revision bigint NOT NULL,
    created_index bigint NOT NULL,
    policy_digest bytea GENERATED ALWAYS AS (sha256((replace(policy, '\'::text, '\\'::text))::bytea)) STORED NOT NULL,
    name_digest bytea GENERATED ALWAYS AS (sha256((replace(name, '\'::text, '\\'::text))::bytea)) STORED NOT NULL,
    CONSTRAINT policy_tables_columns_check CHECK ((columns >= 0))
);
CREATE TABLE public.rules (
    id text NOT NULL COLLATE pg_catalog."C",
    policy_id text NOT NULL COLLATE pg_catalog."C",
    text text NOT NULL COLLATE pg_catalog."C",
    identity text NOT NULL COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    comment text NOT NULL COLLATE pg_catalog."C",
    created_revision bigint NOT NULL,
    created_index bigint NOT NULL,
    identity_digest bytea GENERATED ALWAYS AS (sha256((replace(identity, '\'::text, '\\'::text))::bytea)) STORED NOT NULL,
    disabled text COLLATE pg_catalog."C",
    head_table text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.schema_batches (
    version bigint NOT NULL,
    direction text NOT NULL COLLATE pg_catalog."C",
    last_key text COLLATE pg_catalog."C",
    rows_done bigint NOT NULL
);
CREATE TABLE public.schema_history (
    number bigint NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    action text NOT NULL COLLATE pg_catalog."C",
    checksum text NOT NULL COLLATE pg_catalog."C",
    done_at bigint NOT NULL,
    done_by text NOT NULL COLLATE pg_catalog."C",
    took bigint,
    reason text COLLATE pg_catalog."C"
);
CREATE TABLE public.schema_migrations (
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    checksum text NOT NULL COLLATE pg_catalog."C",
    applied_at bigint NOT NULL,
    applied_by text NOT NULL COLLATE pg_catalog."C",
    phase text DEFAULT 'expand'::text NOT NULL COLLATE pg_catalog."C",
    requires bigint,
    state text DEFAULT 'applied'::text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.schema_statements (
    version bigint NOT NULL,
    direction text NOT NULL COLLATE pg_catalog."C",
    done bigint NOT NULL,
    digest text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.servers (
    id text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    program text NOT NULL COLLATE pg_catalog."C",
    oldest bigint NOT NULL,
    newest bigint NOT NULL,
    beat bigint NOT NULL,
    lasts bigint NOT NULL,
    CONSTRAINT servers_beat_check CHECK ((beat >= 0)),
    CONSTRAINT servers_lasts_check CHECK ((lasts > 0)),
    CONSTRAINT servers_newest_check CHECK ((newest >= 1)),
    CONSTRAINT servers_oldest_check CHECK ((oldest >= 0))
);
CREATE TABLE public.settings (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
INSERT INTO public.changes VALUES (1, 0, 'policy', '01a224df-47fd-732d-bb68-b796abe8b905', NULL, '{"id":"01a224df-47fd-732d-bb68-b796abe8b905","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}');
INSERT INTO public.changes VALUES (1, 1, 'policy', '01a224df-47fd-732d-bb68-b7973f116aad', NULL, '{"id":"01a224df-47fd-732d-bb68-b7973f116aad","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}');
INSERT INTO public.changes VALUES (2, 0, 'policy', '01a224df-497e-75cc-81b9-a5ad090a4095', NULL, '{"id":"01a224df-497e-75cc-81b9-a5ad090a4095","name":"a_nonrecursive","abbreviation":"nonre","description":"nonrecursive \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":2,"index":0}}');
INSERT INTO public.changes VALUES (3, 0, 'policy', '01a224df-4a04-777d-8c67-06586334a37c', NULL, '{"id":"01a224df-4a04-777d-8c67-06586334a37c","name":"a_action","abbreviation":"actio","description":"action \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"action","created":{"revision":3,"index":0}}');
INSERT INTO public.changes VALUES (4, 0, 'policy', '01a224df-4a6b-7716-b45f-5d63e47b5261', NULL, '{"id":"01a224df-4a6b-7716-b45f-5d63e47b5261","name":"a_database","abbreviation":"datab","description":"database \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"database","created":{"revision":4,"index":0}}');
INSERT INTO public.changes VALUES (5, 0, 'policy', '01a224df-4add-762a-a097-f3ba6d500d96', NULL, '{"id":"01a224df-4add-762a-a097-f3ba6d500d96","name":"a_materialized","abbreviation":"mater","description":"materialized \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"materialized","created":{"revision":5,"index":0}}');
INSERT INTO public.changes VALUES (6, 0, 'policy', '01a224df-4b55-708b-910c-99a190a48c73', NULL, '{"id":"01a224df-4b55-708b-910c-99a190a48c73","name":"a_datasource","abbreviation":"datas","description":"datasource \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"datasource","created":{"revision":6,"index":0}}');
INSERT INTO public.changes VALUES (7, 0, 'policy', '01a224df-4bac-733e-993b-53c58215cb0f', NULL, '{"id":"01a224df-4bac-733e-993b-53c58215cb0f","name":"a_z3","abbreviation":"z3","description":"z3 \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"z3","created":{"revision":7,"index":0}}');
INSERT INTO public.changes VALUES (8, 0, 'policy', '01a224df-4c1b-777f-87ad-ce107001f3e3', NULL, '{"id":"01a224df-4c1b-777f-87ad-ce107001f3e3","name":"plain","abbreviation":"plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":8,"index":0}}');
INSERT INTO public.changes VALUES (9, 0, 'policy', '01a224df-4c98-7700-b3d6-a69e8acae7b9', NULL, '{"id":"01a224df-4c98-7700-b3d6-a69e8acae7b9","name":"Plain","abbreviation":"Plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":9,"index":0}}');
INSERT INTO public.changes VALUES (10, 0, 'policy', '01a224df-4cfa-77ab-ace0-fc4fb492f080', NULL, '{"id":"01a224df-4cfa-77ab-ace0-fc4fb492f080","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}');
INSERT INTO public.changes VALUES (11, 0, 'policy', '01a224df-4d4e-7337-9d0b-4abc51b99aba', NULL, '{"id":"01a224df-4d4e-7337-9d0b-4abc51b99aba","name":"with.dots","abbreviation":"with.","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":11,"index":0}}');
INSERT INTO public.changes VALUES (12, 0, 'table', 'plain:p', NULL, '{"policy":"plain","name":"p","columns":1,"created":{"revision":12,"index":0}}');
INSERT INTO public.changes VALUES (12, 1, 'rule', '01a224df-4da9-7090-b886-65863e20b190', NULL, '{"id":"01a224df-4da9-7090-b886-65863e20b190","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":12,"index":1}}');
INSERT INTO public.changes VALUES (13, 0, 'rule', '01a224df-4df2-72dd-ba36-12febedb9531', NULL, '{"id":"01a224df-4df2-72dd-ba36-12febedb9531","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"p(\"two\")","identity":"p(\"two\")","name":"two","comment":"said so","created":{"revision":13,"index":0}}');
INSERT INTO public.changes VALUES (14, 0, 'table', 'plain:q', NULL, '{"policy":"plain","name":"q","columns":1,"created":{"revision":14,"index":0}}');
INSERT INTO public.changes VALUES (14, 1, 'table', 'plain:r', NULL, '{"policy":"plain","name":"r","columns":1,"created":{"revision":14,"index":1}}');
INSERT INTO public.changes VALUES (14, 2, 'rule', '01a224df-4e17-7647-ac6e-38854ccba821', NULL, '{"id":"01a224df-4e17-7647-ac6e-38854ccba821","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"q(x) :- p(x), not r(x)","identity":"q(x) :- not r(x), p(x)","name":"a rule","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":14,"index":2}}');
INSERT INTO public.changes VALUES (15, 0, 'rule', '01a224df-4e86-7579-afa4-8cf02dce20a3', NULL, '{"id":"01a224df-4e86-7579-afa4-8cf02dce20a3","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"r(3)","identity":"r(3)","name":null,"comment":"","created":{"revision":15,"index":0}}');
INSERT INTO public.changes VALUES (16, 0, 'table', 'plain:s', NULL, '{"policy":"plain","name":"s","columns":2,"created":{"revision":16,"index":0}}');
INSERT INTO public.changes VALUES (16, 1, 'table', 'inventory:hosts', NULL, '{"policy":"inventory","name":"hosts","columns":2,"created":{"revision":16,"index":1}}');
INSERT INTO public.changes VALUES (16, 2, 'rule', '01a224df-4ed4-74e9-8a6b-d2cb5dc58c5a', NULL, '{"id":"01a224df-4ed4-74e9-8a6b-d2cb5dc58c5a","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"s(x, y) :- p(x), inventory:hosts(y, 1)","identity":"s(x, y) :- inventory:hosts(y, 1), p(x)","name":null,"comment":"","created":{"revision":16,"index":2}}');
INSERT INTO public.changes VALUES (17, 0, 'table', 'plain:inner', NULL, '{"policy":"plain","name":"inner","columns":2,"created":{"revision":17,"index":0}}');
INSERT INTO public.changes VALUES (17, 1, 'rule', '01a224df-4f37-757e-b58e-11e45e0f7fda', NULL, '{"id":"01a224df-4f37-757e-b58e-11e45e0f7fda","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"inner(x, z) :- s(x, y), s(y, z), not q(z)","identity":"inner(x, z) :- not q(z), s(x, y), s(y, z)","name":null,"comment":"","created":{"revision":17,"index":1}}');
INSERT INTO public.changes VALUES (18, 0, 'rule', '01a224df-4f6b-7588-b36b-8d8c92e71cf4', NULL, '{"id":"01a224df-4f6b-7588-b36b-8d8c92e71cf4","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"p(-9223372036854775808)","identity":"p(-9223372036854775808)","name":null,"comment":"","created":{"revision":18,"index":0}}');
INSERT INTO public.changes VALUES (19, 0, 'rule', '01a224df-4fcc-721f-a4e1-0a5fa0dc6a6f', NULL, '{"id":"01a224df-4fcc-721f-a4e1-0a5fa0dc6a6f","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"p(2.5)","identity":"p(2.5)","name":null,"comment":"","created":{"revision":19,"index":0}}');
INSERT INTO public.changes VALUES (20, 0, 'rule', '01a224df-5018-7550-8fcb-892e95f7f464', NULL, '{"id":"01a224df-5018-7550-8fcb-892e95f7f464","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"p(\"\u001a and 50% of it''s 中文 😀\")","identity":"p(\"\u001a and 50% of it''s 中文 😀\")","name":"odd \u001a","comment":"","created":{"revision":20,"index":0}}');
INSERT INTO public.changes VALUES (21, 0, 'table', 'plain:long', NULL, '{"policy":"plain","name":"long","columns":40,"created":{"revision":21,"index":0}}');
INSERT INTO public.changes VALUES (37, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}', NULL);
INSERT INTO public.changes VALUES (38, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":38,"index":0}}');
INSERT INTO public.changes VALUES (21, 1, 'rule', '01a224df-506b-72bc-96a7-c0935e965ac1', NULL, '{"id":"01a224df-506b-72bc-96a7-c0935e965ac1","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","identity":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","name":null,"comment":"","created":{"revision":21,"index":1}}');
INSERT INTO public.changes VALUES (22, 0, 'table', 'plain:safe', NULL, '{"policy":"plain","name":"safe","columns":1,"created":{"revision":22,"index":0}}');
INSERT INTO public.changes VALUES (22, 1, 'table', 'Plain:p', NULL, '{"policy":"Plain","name":"p","columns":1,"created":{"revision":22,"index":1}}');
INSERT INTO public.changes VALUES (22, 2, 'rule', '01a224df-50f4-704e-8de0-339d5dc67f7a', NULL, '{"id":"01a224df-50f4-704e-8de0-339d5dc67f7a","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"safe(x) :- Plain:p(x)","identity":"safe(x) :- Plain:p(x)","name":null,"comment":"","created":{"revision":22,"index":2}}');
INSERT INTO public.changes VALUES (23, 0, 'table', 'plain:lower', NULL, '{"policy":"plain","name":"lower","columns":1,"created":{"revision":23,"index":0}}');
INSERT INTO public.changes VALUES (23, 1, 'rule', '01a224df-5158-7015-b866-a7ec71c38130', NULL, '{"id":"01a224df-5158-7015-b866-a7ec71c38130","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"lower(x) :- p(x), builtin:lt(x, 3)","identity":"lower(x) :- builtin:lt(x, 3), p(x)","name":null,"comment":"","created":{"revision":23,"index":1}}');
INSERT INTO public.changes VALUES (24, 0, 'table', 'plain:nul', NULL, '{"policy":"plain","name":"nul","columns":1,"created":{"revision":24,"index":0}}');
INSERT INTO public.changes VALUES (24, 1, 'rule', '01a224df-51bb-777b-943d-ae035b3fe8a4', NULL, '{"id":"01a224df-51bb-777b-943d-ae035b3fe8a4","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"nul(\"a\\u0000b\u0000\")","identity":"nul(\"a\\u0000b\u0000\")","name":null,"comment":"","created":{"revision":24,"index":1}}');
INSERT INTO public.changes VALUES (25, 0, 'table', 'plain:P', NULL, '{"policy":"plain","name":"P","columns":1,"created":{"revision":25,"index":0}}');
INSERT INTO public.changes VALUES (25, 1, 'rule', '01a224df-5218-74a9-a709-aef459d87f3d', NULL, '{"id":"01a224df-5218-74a9-a709-aef459d87f3d","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"P(1)","identity":"P(1)","name":null,"comment":"","created":{"revision":25,"index":1}}');
INSERT INTO public.changes VALUES (26, 0, 'table', 'plain:none', NULL, '{"policy":"plain","name":"none","columns":0,"created":{"revision":26,"index":0}}');
INSERT INTO public.changes VALUES (26, 1, 'rule', '01a224df-5291-7005-9d0d-9f8326889167', NULL, '{"id":"01a224df-5291-7005-9d0d-9f8326889167","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"none()","identity":"none()","name":null,"comment":"","created":{"revision":26,"index":1}}');
INSERT INTO public.changes VALUES (27, 0, 'rule', '01a224df-52f1-75f0-a4c3-922d8e30c7f5', NULL, '{"id":"01a224df-52f1-75f0-a4c3-922d8e30c7f5","policy":"01a224df-4c98-7700-b3d6-a69e8acae7b9","text":"p(1)","identity":"p(1)","name":"n","comment":"c","created":{"revision":27,"index":0}}');
INSERT INTO public.changes VALUES (28, 0, 'rule', '01a224df-534a-72e9-ae63-0dddbf48dd28', NULL, '{"id":"01a224df-534a-72e9-ae63-0dddbf48dd28","policy":"01a224df-4c98-7700-b3d6-a69e8acae7b9","text":"p(2)","identity":"p(2)","name":"n","comment":"c","created":{"revision":28,"index":0}}');
INSERT INTO public.changes VALUES (29, 0, 'table', 'Plain:e', NULL, '{"policy":"Plain","name":"e","columns":1,"created":{"revision":29,"index":0}}');
INSERT INTO public.changes VALUES (29, 1, 'rule', '01a224df-539b-7552-85b5-b92f8d364660', NULL, '{"id":"01a224df-539b-7552-85b5-b92f8d364660","policy":"01a224df-4c98-7700-b3d6-a69e8acae7b9","text":"e(x) :- plain:q(x)","identity":"e(x) :- plain:q(x)","name":"n","comment":"c","created":{"revision":29,"index":1}}');
INSERT INTO public.changes VALUES (30, 0, 'table', 'a_action:p', NULL, '{"policy":"a_action","name":"p","columns":1,"created":{"revision":30,"index":0}}');
INSERT INTO public.changes VALUES (30, 1, 'rule', '01a224df-53e5-7653-9af3-39a5fe344b9e', NULL, '{"id":"01a224df-53e5-7653-9af3-39a5fe344b9e","policy":"01a224df-4a04-777d-8c67-06586334a37c","text":"execute[nova:disconnect(x)] :- p(x)","identity":"execute[nova:disconnect(x)] :- p(x)","name":null,"comment":"","created":{"revision":30,"index":1}}');
INSERT INTO public.changes VALUES (31, 0, 'table', 'a_action:disconnect', NULL, '{"policy":"a_action","name":"disconnect","columns":1,"created":{"revision":31,"index":0}}');
INSERT INTO public.changes VALUES (31, 1, 'rule', '01a224df-5428-7557-a28e-762e621b57bf', NULL, '{"id":"01a224df-5428-7557-a28e-762e621b57bf","policy":"01a224df-4a04-777d-8c67-06586334a37c","text":"disconnect(x) :- p(x)","identity":"disconnect(x) :- p(x)","name":null,"comment":"","created":{"revision":31,"index":1}}');
INSERT INTO public.changes VALUES (32, 0, 'table', 'going:gone', NULL, '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}');
INSERT INTO public.changes VALUES (32, 1, 'rule', '01a224df-5486-7199-9a9c-807da289d83a', NULL, '{"id":"01a224df-5486-7199-9a9c-807da289d83a","policy":"01a224df-4cfa-77ab-ace0-fc4fb492f080","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}');
INSERT INTO public.changes VALUES (33, 0, 'table', 'with.dots:u', NULL, '{"policy":"with.dots","name":"u","columns":1,"created":{"revision":33,"index":0}}');
INSERT INTO public.changes VALUES (33, 1, 'rule', '01a224df-54e4-709a-a535-7a037e15a3fb', NULL, '{"id":"01a224df-54e4-709a-a535-7a037e15a3fb","policy":"01a224df-4d4e-7337-9d0b-4abc51b99aba","text":"u(\"中\")","identity":"u(\"中\")","name":null,"comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":33,"index":1}}');
INSERT INTO public.changes VALUES (34, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}');
INSERT INTO public.changes VALUES (34, 1, 'rule', '01a224df-553a-73b4-a5b2-2aa9481688fd', NULL, '{"id":"01a224df-553a-73b4-a5b2-2aa9481688fd","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}');
INSERT INTO public.changes VALUES (35, 0, 'rule', '01a224df-553a-73b4-a5b2-2aa9481688fd', '{"id":"01a224df-553a-73b4-a5b2-2aa9481688fd","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}', NULL);
INSERT INTO public.changes VALUES (35, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}', NULL);
INSERT INTO public.changes VALUES (36, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}');
INSERT INTO public.changes VALUES (36, 1, 'rule', '01a224df-55b5-71fd-b34a-09090454cc5b', NULL, '{"id":"01a224df-55b5-71fd-b34a-09090454cc5b","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}');
INSERT INTO public.changes VALUES (37, 0, 'rule', '01a224df-55b5-71fd-b34a-09090454cc5b', '{"id":"01a224df-55b5-71fd-b34a-09090454cc5b","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}', NULL);
INSERT INTO public.changes VALUES (38, 1, 'rule', '01a224df-5638-77a5-a5fc-a311e1fa1eb7', NULL, '{"id":"01a224df-5638-77a5-a5fc-a311e1fa1eb7","policy":"01a224df-4c1b-777f-87ad-ce107001f3e3","text":"out(1)","identity":"out(1)","name":null,"comment":"","created":{"revision":38,"index":1}}');
INSERT INTO public.changes VALUES (39, 0, 'rule', '01a224df-5486-7199-9a9c-807da289d83a', '{"id":"01a224df-5486-7199-9a9c-807da289d83a","policy":"01a224df-4cfa-77ab-ace0-fc4fb492f080","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}', NULL);
INSERT INTO public.changes VALUES (39, 1, 'table', 'going:gone', '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}', NULL);
INSERT INTO public.changes VALUES (40, 0, 'policy', '01a224df-4cfa-77ab-ace0-fc4fb492f080', '{"id":"01a224df-4cfa-77ab-ace0-fc4fb492f080","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}', NULL);
INSERT INTO public.changes VALUES (41, 0, 'library_policy', '01a224df-5710-74fe-9bf2-e85379cdbcda', NULL, '{"id":"01a224df-5710-74fe-9bf2-e85379cdbcda","name":"empty","abbreviation":"empty","description":"","kind":"nonrecursive","rules":[],"created":{"revision":41,"index":0}}');
INSERT INTO public.changes VALUES (42, 0, 'library_policy', '01a224df-5752-7739-92a7-74b12258bdb1', NULL, '{"id":"01a224df-5752-7739-92a7-74b12258bdb1","name":"plain","abbreviation":"pl","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","kind":"action","rules":[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}],"created":{"revision":42,"index":0}}');
INSERT INTO public.changes VALUES (43, 0, 'library_policy', '01a224df-57bd-74d8-adbb-0011f42a82c3', NULL, '{"id":"01a224df-57bd-74d8-adbb-0011f42a82c3","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (44, 0, 'library_policy', '01a224df-57ec-76e0-9ad7-ea0426de159b', NULL, '{"id":"01a224df-57ec-76e0-9ad7-ea0426de159b","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}');
INSERT INTO public.changes VALUES (45, 0, 'library_policy', '01a224df-5858-7261-a0c0-04e360b20055', NULL, '{"id":"01a224df-5858-7261-a0c0-04e360b20055","name":"many","abbreviation":"many","description":"many","kind":"nonrecursive","rules":[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}],"created":{"revision":45,"index":0}}');
INSERT INTO public.changes VALUES (46, 0, 'library_policy', '01a224df-57bd-74d8-adbb-0011f42a82c3', '{"id":"01a224df-57bd-74d8-adbb-0011f42a82c3","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}', '{"id":"01a224df-57bd-74d8-adbb-0011f42a82c3","name":"anew","abbreviation":"new","description":"put","kind":"database","rules":[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (47, 0, 'library_policy', '01a224df-57ec-76e0-9ad7-ea0426de159b', '{"id":"01a224df-57ec-76e0-9ad7-ea0426de159b","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}', NULL);
INSERT INTO public.changes VALUES (48, 0, 'policy', '01a224df-594e-7743-b435-705be062a894', NULL, '{"id":"01a224df-594e-7743-b435-705be062a894","name":"many","abbreviation":"many","description":"many","owner":"user","kind":"nonrecursive","created":{"revision":48,"index":0}}');
INSERT INTO public.changes VALUES (48, 1, 'table', 'many:p', NULL, '{"policy":"many","name":"p","columns":1,"created":{"revision":48,"index":1}}');
INSERT INTO public.changes VALUES (48, 2, 'rule', '01a224df-594e-7743-b435-705c7be7cf2a', NULL, '{"id":"01a224df-594e-7743-b435-705c7be7cf2a","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(0)","identity":"p(0)","name":"0","comment":"","created":{"revision":48,"index":2}}');
INSERT INTO public.changes VALUES (48, 3, 'rule', '01a224df-594e-7743-b435-705da35b46fa', NULL, '{"id":"01a224df-594e-7743-b435-705da35b46fa","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(1)","identity":"p(1)","name":"1","comment":"","created":{"revision":48,"index":3}}');
INSERT INTO public.changes VALUES (48, 4, 'rule', '01a224df-594e-7743-b435-705e1fa4e866', NULL, '{"id":"01a224df-594e-7743-b435-705e1fa4e866","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(2)","identity":"p(2)","name":"2","comment":"","created":{"revision":48,"index":4}}');
INSERT INTO public.changes VALUES (48, 5, 'rule', '01a224df-594e-7743-b435-705f83650a38', NULL, '{"id":"01a224df-594e-7743-b435-705f83650a38","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(3)","identity":"p(3)","name":"3","comment":"","created":{"revision":48,"index":5}}');
INSERT INTO public.changes VALUES (48, 6, 'rule', '01a224df-594e-7743-b435-7060cfd99f62', NULL, '{"id":"01a224df-594e-7743-b435-7060cfd99f62","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(4)","identity":"p(4)","name":"4","comment":"","created":{"revision":48,"index":6}}');
INSERT INTO public.changes VALUES (48, 7, 'rule', '01a224df-594e-7743-b435-7061e9618697', NULL, '{"id":"01a224df-594e-7743-b435-7061e9618697","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(5)","identity":"p(5)","name":"5","comment":"","created":{"revision":48,"index":7}}');
INSERT INTO public.changes VALUES (48, 8, 'rule', '01a224df-594e-7743-b435-7062d36fd27f', NULL, '{"id":"01a224df-594e-7743-b435-7062d36fd27f","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(6)","identity":"p(6)","name":"6","comment":"","created":{"revision":48,"index":8}}');
INSERT INTO public.changes VALUES (48, 9, 'rule', '01a224df-594e-7743-b435-7063e324d20b', NULL, '{"id":"01a224df-594e-7743-b435-7063e324d20b","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(7)","identity":"p(7)","name":"7","comment":"","created":{"revision":48,"index":9}}');
INSERT INTO public.changes VALUES (48, 10, 'rule', '01a224df-594e-7743-b435-7064b2ce6ff1', NULL, '{"id":"01a224df-594e-7743-b435-7064b2ce6ff1","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(8)","identity":"p(8)","name":"8","comment":"","created":{"revision":48,"index":10}}');
INSERT INTO public.changes VALUES (48, 11, 'rule', '01a224df-594e-7743-b435-7065d55817d3', NULL, '{"id":"01a224df-594e-7743-b435-7065d55817d3","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(9)","identity":"p(9)","name":"9","comment":"","created":{"revision":48,"index":11}}');
INSERT INTO public.changes VALUES (48, 12, 'rule', '01a224df-594e-7743-b435-706674463ca2', NULL, '{"id":"01a224df-594e-7743-b435-706674463ca2","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(10)","identity":"p(10)","name":"10","comment":"","created":{"revision":48,"index":12}}');
INSERT INTO public.changes VALUES (48, 13, 'rule', '01a224df-594e-7743-b435-70679e37d2fe', NULL, '{"id":"01a224df-594e-7743-b435-70679e37d2fe","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(11)","identity":"p(11)","name":"11","comment":"","created":{"revision":48,"index":13}}');
INSERT INTO public.changes VALUES (48, 14, 'rule', '01a224df-594e-7743-b435-7068d64bbc1f', NULL, '{"id":"01a224df-594e-7743-b435-7068d64bbc1f","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(12)","identity":"p(12)","name":"12","comment":"","created":{"revision":48,"index":14}}');
INSERT INTO public.changes VALUES (48, 15, 'rule', '01a224df-594e-7743-b435-7069f3681a86', NULL, '{"id":"01a224df-594e-7743-b435-7069f3681a86","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(13)","identity":"p(13)","name":"13","comment":"","created":{"revision":48,"index":15}}');
INSERT INTO public.changes VALUES (48, 16, 'rule', '01a224df-594e-7743-b435-706ab6d46b94', NULL, '{"id":"01a224df-594e-7743-b435-706ab6d46b94","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(14)","identity":"p(14)","name":"14","comment":"","created":{"revision":48,"index":16}}');
INSERT INTO public.changes VALUES (48, 17, 'rule', '01a224df-594e-7743-b435-706bc2152b75', NULL, '{"id":"01a224df-594e-7743-b435-706bc2152b75","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(15)","identity":"p(15)","name":"15","comment":"","created":{"revision":48,"index":17}}');
INSERT INTO public.changes VALUES (48, 18, 'rule', '01a224df-594e-7743-b435-706ce84a7a78', NULL, '{"id":"01a224df-594e-7743-b435-706ce84a7a78","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(16)","identity":"p(16)","name":"16","comment":"","created":{"revision":48,"index":18}}');
INSERT INTO public.changes VALUES (48, 19, 'rule', '01a224df-594e-7743-b435-706dad7232a5', NULL, '{"id":"01a224df-594e-7743-b435-706dad7232a5","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(17)","identity":"p(17)","name":"17","comment":"","created":{"revision":48,"index":19}}');
INSERT INTO public.changes VALUES (48, 20, 'rule', '01a224df-594e-7743-b435-706ef9c69261', NULL, '{"id":"01a224df-594e-7743-b435-706ef9c69261","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(18)","identity":"p(18)","name":"18","comment":"","created":{"revision":48,"index":20}}');
INSERT INTO public.changes VALUES (48, 21, 'rule', '01a224df-594e-7743-b435-706fdebcbd74', NULL, '{"id":"01a224df-594e-7743-b435-706fdebcbd74","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(19)","identity":"p(19)","name":"19","comment":"","created":{"revision":48,"index":21}}');
INSERT INTO public.changes VALUES (48, 22, 'rule', '01a224df-594e-7743-b435-70708e2488a6', NULL, '{"id":"01a224df-594e-7743-b435-70708e2488a6","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(20)","identity":"p(20)","name":"20","comment":"","created":{"revision":48,"index":22}}');
INSERT INTO public.changes VALUES (48, 23, 'rule', '01a224df-594e-7743-b435-7071dac9e062', NULL, '{"id":"01a224df-594e-7743-b435-7071dac9e062","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(21)","identity":"p(21)","name":"21","comment":"","created":{"revision":48,"index":23}}');
INSERT INTO public.changes VALUES (48, 24, 'rule', '01a224df-594e-7743-b435-7072d9c39338', NULL, '{"id":"01a224df-594e-7743-b435-7072d9c39338","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(22)","identity":"p(22)","name":"22","comment":"","created":{"revision":48,"index":24}}');
INSERT INTO public.changes VALUES (48, 25, 'rule', '01a224df-594e-7743-b435-70731a1d724c', NULL, '{"id":"01a224df-594e-7743-b435-70731a1d724c","policy":"01a224df-594e-7743-b435-705be062a894","text":"p(23)","identity":"p(23)","name":"23","comment":"","created":{"revision":48,"index":25}}');
INSERT INTO public.changes VALUES (49, 0, 'data_source', '01a224df-59e8-7296-ae4b-85667ef31aac', NULL, '{"id":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"inventory","driver":"push","description":"what is where","type":null,"enabled":true,"config":{"description":"pushed"},"created":{"revision":49,"index":0}}');
INSERT INTO public.changes VALUES (50, 0, 'data_source', '01a224df-5a36-7213-b69d-ad14ce1f29c5', NULL, '{"id":"01a224df-5a36-7213-b69d-ad14ce1f29c5","name":"safe","driver":"vault","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","type":null,"enabled":true,"config":{"password":{"$sealed":"v1:meSIHfhv0eTyV2tHSpim293u3I7Wp1NS4SNCozcrzzpbNEIfLJ6I9WOwPurgsjYuyKWaVfbf0cYqlhjuA7O5yhJpUyd7BnBx+YxMNV49wLazIDEhMHKNS/R/d2jrUcgggKNzVm4Cx2I/Wg=="},"url":"http://vault"},"created":{"revision":50,"index":0}}');
INSERT INTO public.changes VALUES (51, 0, 'data_source', '01a224df-5a74-7040-8b74-b6b359a210d4', NULL, '{"id":"01a224df-5a74-7040-8b74-b6b359a210d4","name":"off","driver":"vault","description":null,"type":null,"enabled":false,"config":{"password":{"$sealed":"v1:AK63mD0oFTqK5cSRshFScAWK6x+M0SxBZDXKNJFHQhH8wuywmmcUGJvQ"},"url":"http://off"},"created":{"revision":51,"index":0}}');
INSERT INTO public.changes VALUES (52, 0, 'data_source', '01a224df-5ab8-7407-8ffa-1f3411acec46', NULL, '{"id":"01a224df-5ab8-7407-8ffa-1f3411acec46","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:NLGynRTAQg29bAWs+TLt9d7Yg8jiEF5A3e2VMnM/6vHaJ65sXEYum0vXcqA7fb3Bs/P48w=="},"url":"http://gone"},"created":{"revision":52,"index":0}}');
INSERT INTO public.changes VALUES (53, 0, 'rows', '01a224df-59e8-7296-ae4b-85667ef31aac:hosts', NULL, '{"table":{"data_source":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"hosts","updates":1,"updated_at":1795914947412140,"created":{"revision":53,"index":0}},"rows":[[1.5,9223372036854775807],["",-1],["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1],["a",1],["b",2],["nul \u0000 \u001a1",1]]}');
INSERT INTO public.changes VALUES (54, 0, 'rows', '01a224df-59e8-7296-ae4b-85667ef31aac:Hosts', NULL, '{"table":{"data_source":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"Hosts","updates":1,"updated_at":1795914947506230,"created":{"revision":54,"index":0}},"rows":[["A"]]}');
INSERT INTO public.changes VALUES (55, 0, 'rows', '01a224df-59e8-7296-ae4b-85667ef31aac:emptied', NULL, '{"table":{"data_source":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"emptied","updates":1,"updated_at":1795914947596098,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}');
INSERT INTO public.changes VALUES (56, 0, 'rows', '01a224df-59e8-7296-ae4b-85667ef31aac:emptied', '{"table":{"data_source":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"emptied","updates":1,"updated_at":1795914947596098,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}', '{"table":{"data_source":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"emptied","updates":2,"updated_at":1795914947712108,"created":{"revision":55,"index":0}},"rows":[]}');
INSERT INTO public.changes VALUES (57, 0, 'rows', '01a224df-5a36-7213-b69d-ad14ce1f29c5:sealed', NULL, '{"table":{"data_source":"01a224df-5a36-7213-b69d-ad14ce1f29c5","name":"sealed","updates":1,"updated_at":1795914947816585,"created":{"revision":57,"index":0}},"rows":[["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"],["x"]]}');
INSERT INTO public.changes VALUES (58, 0, 'rows', '01a224df-5ab8-7407-8ffa-1f3411acec46:sealed', NULL, '{"table":{"data_source":"01a224df-5ab8-7407-8ffa-1f3411acec46","name":"sealed","updates":1,"updated_at":1795914947897505,"created":{"revision":58,"index":0}},"rows":[["y"]]}');
INSERT INTO public.changes VALUES (59, 0, 'rows', '01a224df-59e8-7296-ae4b-85667ef31aac:hosts', '{"table":{"data_source":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"hosts","updates":1,"updated_at":1795914947412140,"created":{"revision":53,"index":0}},"rows":[["b",2]]}', '{"table":{"data_source":"01a224df-59e8-7296-ae4b-85667ef31aac","name":"hosts","updates":2,"updated_at":1795914947988169,"created":{"revision":53,"index":0}},"rows":[["c",3]]}');
INSERT INTO public.changes VALUES (60, 0, 'rows', '01a224df-5ab8-7407-8ffa-1f3411acec46:sealed', '{"table":{"data_source":"01a224df-5ab8-7407-8ffa-1f3411acec46","name":"sealed","updates":1,"updated_at":1795914947897505,"created":{"revision":58,"index":0}},"rows":[["y"]]}', NULL);
INSERT INTO public.changes VALUES (60, 1, 'data_source', '01a224df-5ab8-7407-8ffa-1f3411acec46', '{"id":"01a224df-5ab8-7407-8ffa-1f3411acec46","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:fnVHFOLeZeUXaz9KUpNN3lF4MPpKWH2en0m1rXCac7WMZa3xs7smJMOMQF4of8U1I98zkw=="},"url":"http://gone"},"created":{"revision":52,"index":0}}', NULL);
INSERT INTO public.changes VALUES (61, 0, 'policy', 'f76c53b5-67d4-4fbd-8156-679b9e059d3a', NULL, '{"id":"f76c53b5-67d4-4fbd-8156-679b9e059d3a","name":"gonepolicy","abbreviation":"gonep","description":"","owner":"user","kind":"nonrecursive","created":{"revision":61,"index":0}}');
INSERT INTO public.changes VALUES (62, 0, 'rule', 'c12ac9b9-c990-4bd4-bece-e86b78bdac73', NULL, '{"id":"c12ac9b9-c990-4bd4-bece-e86b78bdac73","policy":"f76c53b5-67d4-4fbd-8156-679b9e059d3a","text":"z(1)","identity":"disabled c12ac9b9-c990-4bd4-bece-e86b78bdac73","name":null,"comment":"","disabled":"it was deleted in Congress, and is here for the log alone","created":{"revision":62,"index":0}}');
INSERT INTO public.changes VALUES (63, 0, 'rule', 'c12ac9b9-c990-4bd4-bece-e86b78bdac73', '{"id":"c12ac9b9-c990-4bd4-bece-e86b78bdac73","policy":"f76c53b5-67d4-4fbd-8156-679b9e059d3a","text":"z(1)","identity":"disabled c12ac9b9-c990-4bd4-bece-e86b78bdac73","name":null,"comment":"","disabled":"it was deleted in Congress, and is here for the log alone","created":{"revision":62,"index":0}}', NULL);
INSERT INTO public.changes VALUES (64, 0, 'rule', 'd58cf8a1-7ed2-4b08-87f2-46de0f04ca6d', NULL, '{"id":"d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d","policy":"f76c53b5-67d4-4fbd-8156-679b9e059d3a","text":"z(2)","identity":"disabled d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d","name":null,"comment":"","disabled":"it was deleted in Congress, and is here for the log alone","created":{"revision":64,"index":0}}');
INSERT INTO public.changes VALUES (65, 0, 'rule', 'd58cf8a1-7ed2-4b08-87f2-46de0f04ca6d', '{"id":"d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d","policy":"f76c53b5-67d4-4fbd-8156-679b9e059d3a","text":"z(2)","identity":"disabled d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d","name":null,"comment":"","disabled":"it was deleted in Congress, and is here for the log alone","created":{"revision":64,"index":0}}', NULL);
INSERT INTO public.changes VALUES (66, 0, 'policy', 'f76c53b5-67d4-4fbd-8156-679b9e059d3a', '{"id":"f76c53b5-67d4-4fbd-8156-679b9e059d3a","name":"gonepolicy","abbreviation":"gonep","description":"","owner":"user","kind":"nonrecursive","created":{"revision":61,"index":0}}', NULL);
INSERT INTO public.changes VALUES (67, 0, 'library_policy', '1390e9a1-512d-40a3-b37c-8bab2a2d9caf', NULL, '{"id":"1390e9a1-512d-40a3-b37c-8bab2a2d9caf","name":"BadFlavors","abbreviation":"BadFl","description":"Error on any server using a flavor that is not permitted","kind":"nonrecursive","rules":[{"rule":"permitted_flavor(''m1.tiny'')","comment":"User should customize this.  Permitted flavors."},{"rule":"permitted_flavor(''m1.large'')","comment":"User should customize this.  Permitted flavors."},{"rule":"server_with_bad_flavor(id) :- nova:servers(id=id,flavor_id=flavor_id), nova:flavors(id=flavor_id, name=flavor), not permitted_flavor(flavor)\n"},{"rule":"error(id) :- server_with_bad_flavor(id)"}],"created":{"revision":67,"index":0}}');
INSERT INTO public.changes VALUES (68, 0, 'library_policy', '1f4a7524-eab7-41c1-8fd1-13701f550d44', NULL, '{"id":"1f4a7524-eab7-41c1-8fd1-13701f550d44","name":"mylib","abbreviation":"mylib","description":"custom","kind":"nonrecursive","rules":[{"rule":"p(x) :- q(x)","name":"n","comment":"c"},{"rule":"q(1)"}],"created":{"revision":68,"index":0}}');
INSERT INTO public.changes VALUES (69, 0, 'library_policy', '78daca1f-a186-44d0-b481-339ed6a598b9', NULL, '{"id":"78daca1f-a186-44d0-b481-339ed6a598b9","name":"minlib","abbreviation":"minli","description":"","kind":"nonrecursive","rules":[],"created":{"revision":69,"index":0}}');
INSERT INTO public.changes VALUES (70, 0, 'data_source', '7a32f3ca-019e-4f0f-8967-351942c712c8', NULL, '{"id":"7a32f3ca-019e-4f0f-8967-351942c712c8","name":"doc","driver":"doctor","description":"the doctor","type":null,"enabled":true,"config":{"persist_data":true},"created":{"revision":70,"index":0}}');
INSERT INTO public.changes VALUES (71, 0, 'data_source', '3642d2bd-ab50-41fa-8f49-d987cf67f461', NULL, '{"id":"3642d2bd-ab50-41fa-8f49-d987cf67f461","name":"pushed","driver":"push","description":null,"type":null,"enabled":true,"config":{"description":"pushed","persist_data":true},"created":{"revision":71,"index":0}}');
INSERT INTO public.changes VALUES (72, 0, 'data_source', '392042c0-803d-4535-9242-2f13e9aaa3f5', NULL, '{"id":"392042c0-803d-4535-9242-2f13e9aaa3f5","name":"fake","driver":"fake_datasource","description":"has a secret","type":null,"enabled":true,"config":{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:HIahvcMX+iLazJwNN82yqlJihpOnfzf51FpB7YyPSzQsG2sLqGnhCqGO8TKrE+4N7JU/lxc5Qw=="},"poll_time":"3600","project_name":"admin","tenant_name":"admin","username":"admin"},"created":{"revision":72,"index":0}}');
INSERT INTO public.changes VALUES (73, 0, 'data_source', '4c294b62-7223-4d32-ab47-73f295b1bd87', NULL, '{"id":"4c294b62-7223-4d32-ab47-73f295b1bd87","name":"nova","driver":"nova","description":"unreachable nova","type":null,"enabled":true,"config":{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:IF47xUVLtTi1Mb7+5Pa9J74ulUO9l0ZBijV7Zd2Gu75SE/gYhqtryFgRWLD/+jAvxxeOwP0="},"poll_time":"3600","project_name":"admin","username":"admin"},"created":{"revision":73,"index":0}}');
INSERT INTO public.changes VALUES (74, 0, 'data_source', '96f77bf2-ee87-4a13-b4f7-2ae7fa94b050', NULL, '{"id":"96f77bf2-ee87-4a13-b4f7-2ae7fa94b050","name":"nullcfg","driver":"doctor","description":null,"type":null,"enabled":true,"config":null,"created":{"revision":74,"index":0}}');
INSERT INTO public.changes VALUES (75, 0, 'rows', '7a32f3ca-019e-4f0f-8967-351942c712c8:events', NULL, '{"table":{"data_source":"7a32f3ca-019e-4f0f-8967-351942c712c8","name":"events","updates":1,"updated_at":1795914949764325,"created":{"revision":75,"index":0}},"rows":[["2016-02-22T11:48:55Z","compute.host.down","compute0","down","zabbix1","100"],["2016-02-22T11:48:55Z","compute.host.down","compute1","down","zabbix1","101"],["2016-02-22T11:48:55Z","compute.host.down","compute2","down","zabbix1","102"]]}');
INSERT INTO public.changes VALUES (76, 0, 'policy', '01a224df-47fd-732d-bb68-b796abe8b905', '{"id":"01a224df-47fd-732d-bb68-b796abe8b905","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}', NULL);
INSERT INTO public.changes VALUES (76, 1, 'policy', '343eade2-d6e4-4555-9d77-87122ae1abc7', NULL, '{"id":"343eade2-d6e4-4555-9d77-87122ae1abc7","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":76,"index":1}}');
INSERT INTO public.changes VALUES (77, 0, 'policy', '01a224df-47fd-732d-bb68-b7973f116aad', '{"id":"01a224df-47fd-732d-bb68-b7973f116aad","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}', NULL);
INSERT INTO public.changes VALUES (77, 1, 'policy', '418c0c0e-7ea5-4b36-8720-48ae385669b8', NULL, '{"id":"418c0c0e-7ea5-4b36-8720-48ae385669b8","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":77,"index":1}}');
INSERT INTO public.changes VALUES (78, 0, 'policy', '18fe8c80-f822-4cfe-bc4d-0300077af737', NULL, '{"id":"18fe8c80-f822-4cfe-bc4d-0300077af737","name":"alpha","abbreviation":"alpha","description":"first policy","owner":"user","kind":"nonrecursive","created":{"revision":78,"index":0}}');
INSERT INTO public.changes VALUES (79, 0, 'policy', 'cf86ab56-a472-4b55-92c9-d37d5b955cab', NULL, '{"id":"cf86ab56-a472-4b55-92c9-d37d5b955cab","name":"beta","abbreviation":"bet","description":"bêta 你","owner":"user","kind":"nonrecursive","created":{"revision":79,"index":0}}');
INSERT INTO public.changes VALUES (80, 0, 'policy', 'c07e7981-55ef-4538-a964-f455b8e832e9', NULL, '{"id":"c07e7981-55ef-4538-a964-f455b8e832e9","name":"acts","abbreviation":"acts","description":"","owner":"user","kind":"action","created":{"revision":80,"index":0}}');
INSERT INTO public.changes VALUES (81, 0, 'policy', '21a92246-771b-4e7f-bf52-0f7f41903349', NULL, '{"id":"21a92246-771b-4e7f-bf52-0f7f41903349","name":"dsk","abbreviation":"dsk","description":"","owner":"user","kind":"datasource","created":{"revision":81,"index":0}}');
INSERT INTO public.changes VALUES (82, 0, 'policy', 'ab221702-9a84-4e48-a0da-1d53b0da1c38', NULL, '{"id":"ab221702-9a84-4e48-a0da-1d53b0da1c38","name":"with.dots:and_colon","abbreviation":"","description":"","owner":"user","kind":"nonrecursive","created":{"revision":82,"index":0}}');
INSERT INTO public.changes VALUES (83, 0, 'policy', '6b38b849-38b0-46fc-b038-e1e17041faaa', NULL, '{"id":"6b38b849-38b0-46fc-b038-e1e17041faaa","name":"withrules","abbreviation":"withr","description":"created with rules","owner":"user","kind":"nonrecursive","created":{"revision":83,"index":0}}');
INSERT INTO public.changes VALUES (84, 0, 'policy', '3117cc3d-dcf2-4439-86d4-858c16dd2027', NULL, '{"id":"3117cc3d-dcf2-4439-86d4-858c16dd2027","name":"gonepolicy","abbreviation":"gonep","description":"second life","owner":"user","kind":"nonrecursive","created":{"revision":84,"index":0}}');
INSERT INTO public.changes VALUES (85, 0, 'policy', '9586e9e7-6885-4a69-aa22-19336b83727e', NULL, '{"id":"9586e9e7-6885-4a69-aa22-19336b83727e","name":"mylib","abbreviation":"mylib","description":"custom","owner":"user","kind":"nonrecursive","created":{"revision":85,"index":0}}');
INSERT INTO public.changes VALUES (86, 0, 'table', 'withrules:p', NULL, '{"policy":"withrules","name":"p","columns":1,"created":{"revision":86,"index":0}}');
INSERT INTO public.changes VALUES (86, 1, 'table', 'withrules:q', NULL, '{"policy":"withrules","name":"q","columns":1,"created":{"revision":86,"index":1}}');
INSERT INTO public.changes VALUES (86, 2, 'table', 'withrules:r', NULL, '{"policy":"withrules","name":"r","columns":1,"created":{"revision":86,"index":2}}');
INSERT INTO public.changes VALUES (86, 3, 'rule', '4f4f584c-575d-4ff2-97f4-bb4ecea31a31', NULL, '{"id":"4f4f584c-575d-4ff2-97f4-bb4ecea31a31","policy":"6b38b849-38b0-46fc-b038-e1e17041faaa","text":"p(x) :- q(x), not r(x)","identity":"p(x) :- not r(x), q(x)","name":"r1","comment":"c1","created":{"revision":86,"index":3}}');
INSERT INTO public.changes VALUES (87, 0, 'rule', 'cdaa12b6-5865-4dba-a03a-382c98d41df4', NULL, '{"id":"cdaa12b6-5865-4dba-a03a-382c98d41df4","policy":"6b38b849-38b0-46fc-b038-e1e17041faaa","text":"q(1)","identity":"q(1)","name":null,"comment":"","created":{"revision":87,"index":0}}');
INSERT INTO public.changes VALUES (88, 0, 'rule', '8788dbf6-91d7-46d1-8018-e14087b30c04', NULL, '{"id":"8788dbf6-91d7-46d1-8018-e14087b30c04","policy":"6b38b849-38b0-46fc-b038-e1e17041faaa","text":"r(2.5)","identity":"r(2.5)","name":null,"comment":"","created":{"revision":88,"index":0}}');
INSERT INTO public.changes VALUES (89, 0, 'table', 'alpha:p', NULL, '{"policy":"alpha","name":"p","columns":1,"created":{"revision":89,"index":0}}');
INSERT INTO public.changes VALUES (89, 1, 'rule', '4e37a178-cac4-40e8-bbcf-606c666d27ae', NULL, '{"id":"4e37a178-cac4-40e8-bbcf-606c666d27ae","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":89,"index":1}}');
INSERT INTO public.changes VALUES (90, 0, 'rule', '7b30f759-d182-4561-b75f-ca319b26bb05', NULL, '{"id":"7b30f759-d182-4561-b75f-ca319b26bb05","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"p(\"str\")","identity":"p(\"str\")","name":"named","comment":"with a comment","created":{"revision":90,"index":0}}');
INSERT INTO public.changes VALUES (91, 0, 'table', 'alpha:q', NULL, '{"policy":"alpha","name":"q","columns":1,"created":{"revision":91,"index":0}}');
INSERT INTO public.changes VALUES (91, 1, 'rule', '98c3359e-d5c8-49e5-99ea-8915058a1f6d', NULL, '{"id":"98c3359e-d5c8-49e5-99ea-8915058a1f6d","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"p(x) :-   q(x) ,  lt(x, 5)","identity":"p(x) :- lt(x, 5), q(x)","name":"spaces","comment":"original text is kept","created":{"revision":91,"index":1}}');
INSERT INTO public.changes VALUES (92, 0, 'rule', '46b549f0-4b60-49f2-8a6c-7cbe6ae7c1f0', NULL, '{"id":"46b549f0-4b60-49f2-8a6c-7cbe6ae7c1f0","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"q(3)","identity":"q(3)","name":"","comment":"","created":{"revision":92,"index":0}}');
INSERT INTO public.changes VALUES (93, 0, 'rule', '195b381b-48f8-4c80-98e7-b4214db82f9e', NULL, '{"id":"195b381b-48f8-4c80-98e7-b4214db82f9e","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"q(7)","identity":"q(7)","name":null,"comment":"","created":{"revision":93,"index":0}}');
INSERT INTO public.changes VALUES (94, 0, 'table', 'alpha:error', NULL, '{"policy":"alpha","name":"error","columns":1,"created":{"revision":94,"index":0}}');
INSERT INTO public.changes VALUES (94, 1, 'table', 'doc:events', NULL, '{"policy":"doc","name":"events","columns":6,"created":{"revision":94,"index":1}}');
INSERT INTO public.changes VALUES (94, 2, 'rule', '7546f69f-103f-46a5-af0f-d5cc4168e9aa', NULL, '{"id":"7546f69f-103f-46a5-af0f-d5cc4168e9aa","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"error(h) :- doc:events(hostname=h, status=\"down\")","identity":"error(h) :- doc:events(?, ?, h, \"down\")","name":"doc rule","comment":"column references","created":{"revision":94,"index":2}}');
INSERT INTO public.changes VALUES (95, 0, 'table', 'alpha:f', NULL, '{"policy":"alpha","name":"f","columns":2,"created":{"revision":95,"index":0}}');
INSERT INTO public.changes VALUES (95, 1, 'table', 'fake:fake_table', NULL, '{"policy":"fake","name":"fake_table","columns":2,"created":{"revision":95,"index":1}}');
INSERT INTO public.changes VALUES (95, 2, 'rule', 'cb5c1342-2bdd-417b-8dce-660a93c348d3', NULL, '{"id":"cb5c1342-2bdd-417b-8dce-660a93c348d3","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"f(x, y) :- fake:fake_table(x, y)","identity":"f(x, y) :- fake:fake_table(x, y)","name":null,"comment":"","created":{"revision":95,"index":2}}');
INSERT INTO public.changes VALUES (96, 0, 'rule', 'b98b583d-d66e-4789-b246-553dc8572b7e', NULL, '{"id":"b98b583d-d66e-4789-b246-553dc8572b7e","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"srv(x) :- nova:servers(id=x, status=\"ACTIVE\")","identity":"disabled b98b583d-d66e-4789-b246-553dc8572b7e","name":null,"comment":"","disabled":"line 1, column 11: the columns of `nova:servers` are not known; give its arguments by position","created":{"revision":96,"index":0}}');
INSERT INTO public.changes VALUES (97, 0, 'table', 'alpha:srv', NULL, '{"policy":"alpha","name":"srv","columns":1,"created":{"revision":97,"index":0}}');
INSERT INTO public.changes VALUES (97, 1, 'rule', 'b005072e-5ad6-4bc4-a0dd-da472b1ba76b', NULL, '{"id":"b005072e-5ad6-4bc4-a0dd-da472b1ba76b","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"execute[nova:servers.pause(x)] :- srv(x), doc:events(hostname=x)","identity":"execute[nova:servers.pause(x)] :- doc:events(?, ?, x), srv(x)","name":null,"comment":"exec","created":{"revision":97,"index":1}}');
INSERT INTO public.changes VALUES (98, 0, 'table', 'alpha:cross', NULL, '{"policy":"alpha","name":"cross","columns":1,"created":{"revision":98,"index":0}}');
INSERT INTO public.changes VALUES (98, 1, 'table', 'beta:t', NULL, '{"policy":"beta","name":"t","columns":1,"created":{"revision":98,"index":1}}');
INSERT INTO public.changes VALUES (98, 2, 'rule', '0d2bb39b-6777-44ec-acdd-0b9fb5e196a6', NULL, '{"id":"0d2bb39b-6777-44ec-acdd-0b9fb5e196a6","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"cross(x) :- beta:t(x)","identity":"cross(x) :- beta:t(x)","name":null,"comment":"","created":{"revision":98,"index":2}}');
INSERT INTO public.changes VALUES (99, 0, 'table', 'alpha:uni', NULL, '{"policy":"alpha","name":"uni","columns":1,"created":{"revision":99,"index":0}}');
INSERT INTO public.changes VALUES (99, 1, 'rule', 'ed18bc32-62cc-4e14-968c-cfb28ab1cb11', NULL, '{"id":"ed18bc32-62cc-4e14-968c-cfb28ab1cb11","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"uni(\"ünï 你\")","identity":"uni(\"ünï 你\")","name":"ünï","comment":"你","created":{"revision":99,"index":1}}');
INSERT INTO public.changes VALUES (100, 0, 'table', 'alpha:nullary', NULL, '{"policy":"alpha","name":"nullary","columns":0,"created":{"revision":100,"index":0}}');
INSERT INTO public.changes VALUES (100, 1, 'rule', '3efcd482-ccaa-43e5-a49d-f57964fe4f04', NULL, '{"id":"3efcd482-ccaa-43e5-a49d-f57964fe4f04","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"nullary","identity":"nullary()","name":null,"comment":"","created":{"revision":100,"index":1}}');
INSERT INTO public.changes VALUES (101, 0, 'table', 'alpha:h', NULL, '{"policy":"alpha","name":"h","columns":1,"created":{"revision":101,"index":0}}');
INSERT INTO public.changes VALUES (101, 1, 'rule', '3abda9df-6f6d-4a5f-9c06-5b5edcc0d706', NULL, '{"id":"3abda9df-6f6d-4a5f-9c06-5b5edcc0d706","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"h(x) :- q(x);","identity":"h(x) :- q(x)","name":null,"comment":"","created":{"revision":101,"index":1}}');
INSERT INTO public.changes VALUES (102, 0, 'table', 'alpha:len4', NULL, '{"policy":"alpha","name":"len4","columns":1,"created":{"revision":102,"index":0}}');
INSERT INTO public.changes VALUES (102, 1, 'rule', '0954e4af-020c-4cb0-8922-38482f6b5215', NULL, '{"id":"0954e4af-020c-4cb0-8922-38482f6b5215","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"len4(x) :- p(x), len(x, 3)","identity":"len4(x) :- len(x, 3), p(x)","name":null,"comment":"","created":{"revision":102,"index":1}}');
INSERT INTO public.changes VALUES (103, 0, 'table', 'alpha:t', NULL, '{"policy":"alpha","name":"t","columns":2,"created":{"revision":103,"index":0}}');
INSERT INTO public.changes VALUES (103, 1, 'rule', 'f554b513-8087-42a2-ab6f-59ab77bbbb72', NULL, '{"id":"f554b513-8087-42a2-ab6f-59ab77bbbb72","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"t(1.5, 1e3)","identity":"t(1.5, 1000)","name":null,"comment":"","created":{"revision":103,"index":1}}');
INSERT INTO public.changes VALUES (104, 0, 'table', 'alpha:sq', NULL, '{"policy":"alpha","name":"sq","columns":1,"created":{"revision":104,"index":0}}');
INSERT INTO public.changes VALUES (104, 1, 'rule', 'dd444f78-d3bd-40a1-bb2a-bb778d00e24d', NULL, '{"id":"dd444f78-d3bd-40a1-bb2a-bb778d00e24d","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"sq(''single'')","identity":"sq(\"single\")","name":null,"comment":"","created":{"revision":104,"index":1}}');
INSERT INTO public.changes VALUES (105, 0, 'rule', '17e82458-8b3f-4e0d-9462-6740abed554f', NULL, '{"id":"17e82458-8b3f-4e0d-9462-6740abed554f","policy":"cf86ab56-a472-4b55-92c9-d37d5b955cab","text":"t(10)","identity":"t(10)","name":null,"comment":"","created":{"revision":105,"index":0}}');
INSERT INTO public.changes VALUES (106, 0, 'rule', '33ee7d4c-a6e7-4883-96ee-56ed1d21b41c', NULL, '{"id":"33ee7d4c-a6e7-4883-96ee-56ed1d21b41c","policy":"cf86ab56-a472-4b55-92c9-d37d5b955cab","text":"t(11)","identity":"t(11)","name":null,"comment":"","created":{"revision":106,"index":0}}');
INSERT INTO public.changes VALUES (107, 0, 'rule', '7c0870d5-0e95-4987-ab0f-d0bec057c085', NULL, '{"id":"7c0870d5-0e95-4987-ab0f-d0bec057c085","policy":"cf86ab56-a472-4b55-92c9-d37d5b955cab","text":"t(12)","identity":"t(12)","name":null,"comment":"","created":{"revision":107,"index":0}}');
INSERT INTO public.changes VALUES (108, 0, 'table', 'acts:action', NULL, '{"policy":"acts","name":"action","columns":1,"created":{"revision":108,"index":0}}');
INSERT INTO public.changes VALUES (108, 1, 'rule', '2e7babc1-5f20-44e8-a27b-b36d2098d8fa', NULL, '{"id":"2e7babc1-5f20-44e8-a27b-b36d2098d8fa","policy":"c07e7981-55ef-4538-a964-f455b8e832e9","text":"action(\"addq\")","identity":"action(\"addq\")","name":null,"comment":"","created":{"revision":108,"index":1}}');
INSERT INTO public.changes VALUES (109, 0, 'table', 'acts:q+', NULL, '{"policy":"acts","name":"q+","columns":1,"created":{"revision":109,"index":0}}');
INSERT INTO public.changes VALUES (109, 1, 'table', 'acts:addq', NULL, '{"policy":"acts","name":"addq","columns":1,"created":{"revision":109,"index":1}}');
INSERT INTO public.changes VALUES (109, 2, 'rule', 'd71c5488-22f9-47ec-bda9-bbbdf2a817d1', NULL, '{"id":"d71c5488-22f9-47ec-bda9-bbbdf2a817d1","policy":"c07e7981-55ef-4538-a964-f455b8e832e9","text":"q+(x) :- addq(x)","identity":"q+(x) :- addq(x)","name":null,"comment":"","created":{"revision":109,"index":2}}');
INSERT INTO public.changes VALUES (110, 0, 'table', 'acts:q-', NULL, '{"policy":"acts","name":"q-","columns":1,"created":{"revision":110,"index":0}}');
INSERT INTO public.changes VALUES (110, 1, 'table', 'acts:delq', NULL, '{"policy":"acts","name":"delq","columns":1,"created":{"revision":110,"index":1}}');
INSERT INTO public.changes VALUES (110, 2, 'rule', '3c05da54-5542-436b-b267-ccf87b6da2a1', NULL, '{"id":"3c05da54-5542-436b-b267-ccf87b6da2a1","policy":"c07e7981-55ef-4538-a964-f455b8e832e9","text":"q-(x) :- delq(x)","identity":"q-(x) :- delq(x)","name":null,"comment":"","created":{"revision":110,"index":2}}');
INSERT INTO public.changes VALUES (111, 0, 'rule', 'd78e3c3f-1cb5-40e5-ac35-628dec4b3443', NULL, '{"id":"d78e3c3f-1cb5-40e5-ac35-628dec4b3443","policy":"c07e7981-55ef-4538-a964-f455b8e832e9","text":"action(\"delq\")","identity":"action(\"delq\")","name":null,"comment":"","created":{"revision":111,"index":0}}');
INSERT INTO public.changes VALUES (112, 0, 'table', 'classification:error', NULL, '{"policy":"classification","name":"error","columns":1,"created":{"revision":112,"index":0}}');
INSERT INTO public.changes VALUES (112, 1, 'rule', '1eda862b-56d2-428b-addc-e22b856c3d51', NULL, '{"id":"1eda862b-56d2-428b-addc-e22b856c3d51","policy":"343eade2-d6e4-4555-9d77-87122ae1abc7","text":"error(x) :- alpha:p(x)","identity":"error(x) :- alpha:p(x)","name":null,"comment":"","created":{"revision":112,"index":1}}');
INSERT INTO public.changes VALUES (113, 0, 'table', 'action:action', NULL, '{"policy":"action","name":"action","columns":1,"created":{"revision":113,"index":0}}');
INSERT INTO public.changes VALUES (113, 1, 'rule', '27d368de-2867-4414-a77a-4b75a9036544', NULL, '{"id":"27d368de-2867-4414-a77a-4b75a9036544","policy":"418c0c0e-7ea5-4b36-8720-48ae385669b8","text":"action(\"disconnect\")","identity":"action(\"disconnect\")","name":null,"comment":"","created":{"revision":113,"index":1}}');
INSERT INTO public.changes VALUES (114, 0, 'table', 'alpha:deleted', NULL, '{"policy":"alpha","name":"deleted","columns":1,"created":{"revision":114,"index":0}}');
INSERT INTO public.changes VALUES (114, 1, 'rule', '6c437362-a831-415e-8928-f3ff3ca93f5f', NULL, '{"id":"6c437362-a831-415e-8928-f3ff3ca93f5f","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"deleted(1)","identity":"deleted(1)","name":"recreated","comment":"","created":{"revision":114,"index":1}}');
INSERT INTO public.changes VALUES (115, 0, 'table', 'mylib:p', NULL, '{"policy":"mylib","name":"p","columns":1,"created":{"revision":115,"index":0}}');
INSERT INTO public.changes VALUES (115, 1, 'table', 'mylib:q', NULL, '{"policy":"mylib","name":"q","columns":1,"created":{"revision":115,"index":1}}');
INSERT INTO public.changes VALUES (115, 2, 'rule', '25deea15-b45e-458b-99fe-181badd85f42', NULL, '{"id":"25deea15-b45e-458b-99fe-181badd85f42","policy":"9586e9e7-6885-4a69-aa22-19336b83727e","text":"p(x) :- q(x)","identity":"p(x) :- q(x)","name":"n","comment":"c","created":{"revision":115,"index":2}}');
INSERT INTO public.changes VALUES (116, 0, 'rule', '1e4b7580-211e-45f6-9687-7c545d22588a', NULL, '{"id":"1e4b7580-211e-45f6-9687-7c545d22588a","policy":"9586e9e7-6885-4a69-aa22-19336b83727e","text":"q(1)","identity":"q(1)","name":null,"comment":"","created":{"revision":116,"index":0}}');
INSERT INTO public.changes VALUES (117, 0, 'rule', '21c360cd-a1b9-436f-882a-c2f6a3dc4557', NULL, '{"id":"21c360cd-a1b9-436f-882a-c2f6a3dc4557","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"deleted(1)","identity":"disabled 21c360cd-a1b9-436f-882a-c2f6a3dc4557","name":"deleted rule","comment":"","disabled":"it was deleted in Congress, and is here for the log alone","created":{"revision":117,"index":0}}');
INSERT INTO public.changes VALUES (118, 0, 'rule', '21c360cd-a1b9-436f-882a-c2f6a3dc4557', '{"id":"21c360cd-a1b9-436f-882a-c2f6a3dc4557","policy":"18fe8c80-f822-4cfe-bc4d-0300077af737","text":"deleted(1)","identity":"disabled 21c360cd-a1b9-436f-882a-c2f6a3dc4557","name":"deleted rule","comment":"","disabled":"it was deleted in Congress, and is here for the log alone","created":{"revision":117,"index":0}}', NULL);
INSERT INTO public.changes VALUES (119, 0, 'policy', '01a224df-6d9a-768e-a3d4-4faf062b2b19', NULL, '{"id":"01a224df-6d9a-768e-a3d4-4faf062b2b19","name":"late","abbreviation":"late","description":"made by a server that had started again","owner":"user","kind":"nonrecursive","created":{"revision":119,"index":0}}');
INSERT INTO public.changes VALUES (120, 0, 'table', 'late:p', NULL, '{"policy":"late","name":"p","columns":1,"created":{"revision":120,"index":0}}');
INSERT INTO public.changes VALUES (120, 1, 'rule', '01a224df-6e92-7606-9061-89d29c8f521f', NULL, '{"id":"01a224df-6e92-7606-9061-89d29c8f521f","policy":"01a224df-6d9a-768e-a3d4-4faf062b2b19","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":120,"index":1}}');
INSERT INTO public.commits VALUES (1, 1795914942469002, 'statehouse', '', '01a224df-4804-75ba-879f-b3c6a91abcee');
INSERT INTO public.commits VALUES (2, 1795914942846503, 'anonymous', 'req-173b7c67-68ab-4626-918b-373658e96a7a', '01a224df-497e-75cc-81b9-a5ae6662076e');
INSERT INTO public.commits VALUES (3, 1795914942984991, 'anonymous', 'req-dd159b05-3e09-4ead-9e1d-934f9330325a', '01a224df-4a08-72c5-a752-db97415e723b');
INSERT INTO public.commits VALUES (4, 1795914943108214, 'anonymous', 'req-4de68fde-5142-4ef6-afbc-45a30187aa32', '01a224df-4a84-712d-b8ce-07eab02f3f30');
INSERT INTO public.commits VALUES (5, 1795914943205134, 'anonymous', 'req-e0f91659-4936-4136-9b0a-5da939098e9d', '01a224df-4ae5-70b8-befb-197e292fcd80');
INSERT INTO public.commits VALUES (6, 1795914943321254, 'anonymous', 'req-850021ba-380e-405e-a325-0c6815f00dcc', '01a224df-4b59-747d-ba9f-a89ddb831cb5');
INSERT INTO public.commits VALUES (7, 1795914943408101, 'anonymous', 'req-d61d2dd4-9c48-4a39-b1a6-42eceb843c85', '01a224df-4bb0-7315-9faf-a35026165764');
INSERT INTO public.commits VALUES (8, 1795914943524696, 'anonymous', 'req-8ec0e08f-a1f3-4a89-831c-211b332aa66a', '01a224df-4c24-7773-9ee9-50954b219f6d');
INSERT INTO public.commits VALUES (9, 1795914943653476, 'anonymous', 'req-0933f446-0780-4976-a697-80616eeca9d9', '01a224df-4ca5-7013-af62-ffa0088be0fe');
INSERT INTO public.commits VALUES (10, 1795914943744187, 'anonymous', 'req-a7237ab9-f4a1-42ba-b26e-476515784002', '01a224df-4d00-77aa-94b8-6c6729fb1503');
INSERT INTO public.commits VALUES (11, 1795914943838729, 'anonymous', 'req-6aa7dc46-3a32-4ede-9ec0-dfae1b24fe6c', '01a224df-4d5e-7537-8a21-67c9e419670a');
INSERT INTO public.commits VALUES (12, 1795914943914959, 'anonymous', 'req-e7091863-7664-48c9-ad42-2272b9619fc0', '01a224df-4daa-72af-9c23-1b5465d17031');
INSERT INTO public.commits VALUES (13, 1795914943992086, 'anonymous', 'req-98458fb1-61b6-4be6-87bc-8b48dd4baed0', '01a224df-4df8-7263-a075-d738c6be1dec');
INSERT INTO public.commits VALUES (14, 1795914944036242, 'anonymous', 'req-1c66efad-cea5-40f3-ac65-d2a67be0239d', '01a224df-4e24-710f-88ad-66a2901aec01');
INSERT INTO public.commits VALUES (15, 1795914944152105, 'anonymous', 'req-66d8e42e-e23a-41ca-8fcb-d1c37b9d510a', '01a224df-4e98-7315-a435-f3eb38728368');
INSERT INTO public.commits VALUES (16, 1795914944220099, 'anonymous', 'req-fac17dfa-27e8-44bb-aca4-535893fa8b55', '01a224df-4edc-75d6-abff-ad4bb5ae03da');
INSERT INTO public.commits VALUES (17, 1795914944316370, 'anonymous', 'req-bc6a03b6-4025-4880-979b-d0fd35259c6d', '01a224df-4f3c-713d-931a-bf6b895f5327');
INSERT INTO public.commits VALUES (18, 1795914944364360, 'anonymous', 'req-43b9b131-0c99-4b9f-9631-7ea53f773fe6', '01a224df-4f6c-7655-96eb-2d6d420075e4');
INSERT INTO public.commits VALUES (19, 1795914944472132, 'anonymous', 'req-a86bd7d5-8c07-4a71-a447-401fc03f0555', '01a224df-4fd8-743a-beac-6b7737a7afab');
INSERT INTO public.commits VALUES (20, 1795914944536858, 'anonymous', 'req-07f01efa-8de2-4e39-842c-5d7aaa163469', '01a224df-5018-7550-8fcb-892f5b0dda6e');
INSERT INTO public.commits VALUES (21, 1795914944620686, 'anonymous', 'req-349a40d9-539b-4c68-bc58-9be4d2ec1671', '01a224df-506c-71d2-933b-6f64c2cb2918');
INSERT INTO public.commits VALUES (22, 1795914944772375, 'anonymous', 'req-a6357fab-4b7b-4e72-8123-d70e3d997078', '01a224df-5104-7035-b14c-835d81f3ce76');
INSERT INTO public.commits VALUES (23, 1795914944868721, 'anonymous', 'req-f1d29919-4eca-43ce-a0dd-b55b689f46e2', '01a224df-5164-7419-b09d-a3012716e666');
INSERT INTO public.commits VALUES (24, 1795914944977913, 'anonymous', 'req-3823b54f-590c-4dab-a19b-f3c526a4b06a', '01a224df-51d1-70b2-bcbd-41b167300c8e');
INSERT INTO public.commits VALUES (25, 1795914945072164, 'anonymous', 'req-27e0dbc3-74d1-465c-8a37-d8d42cdcf86a', '01a224df-5230-7769-9c42-bb8f1353dadb');
INSERT INTO public.commits VALUES (26, 1795914945176116, 'anonymous', 'req-101fa73f-ca5a-4f2d-b05b-161312a15500', '01a224df-5298-779a-86c0-100a7bbb87b5');
INSERT INTO public.commits VALUES (27, 1795914945277266, 'anonymous', 'req-c9e8f004-9c75-4499-bc03-4f06927df59e', '01a224df-52fd-703d-bee5-f2981ba32839');
INSERT INTO public.commits VALUES (28, 1795914945359247, 'anonymous', 'req-07c250c3-10f2-48c0-b423-5dcf73744397', '01a224df-534f-77bf-aaf6-b59ead2f006c');
INSERT INTO public.commits VALUES (29, 1795914945449785, 'anonymous', 'req-366c47d5-9a26-4bec-8fa1-ec7320075771', '01a224df-53a9-752b-bec8-7ce789144556');
INSERT INTO public.commits VALUES (30, 1795914945516117, 'anonymous', 'req-b8a38c4f-2c31-4733-9112-4459e8a084d7', '01a224df-53ec-7034-a661-abf22ea9ba3d');
INSERT INTO public.commits VALUES (31, 1795914945576790, 'anonymous', 'req-fa284f60-84ad-4188-8b08-b44af1456273', '01a224df-5428-7557-a28e-762f358d0d5b');
INSERT INTO public.commits VALUES (32, 1795914945690747, 'anonymous', 'req-2164d6c8-cd5d-413a-9907-da1b39d20312', '01a224df-549a-7418-a5c7-e0c8d97d4a61');
INSERT INTO public.commits VALUES (33, 1795914945770737, 'anonymous', 'req-74f146c6-cf38-4c09-bf4d-04d4f3d7a5ae', '01a224df-54ea-7799-bbcd-82e6b1e327e4');
INSERT INTO public.commits VALUES (34, 1795914945864219, 'anonymous', 'req-bbd5fe4e-fd1a-4f9e-a182-5f1c08a941ac', '01a224df-5548-738d-b5d7-3d3a52864638');
INSERT INTO public.commits VALUES (35, 1795914945928187, 'anonymous', 'req-2d0e6ec3-c7ab-4b0c-b0c5-a79d46740c7d', '01a224df-5588-7751-ac08-f544d55f4fdb');
INSERT INTO public.commits VALUES (36, 1795914945984250, 'anonymous', 'req-2073f316-0594-48da-973a-b29b9c84aff3', '01a224df-55c0-719a-9538-91dba4a4686d');
INSERT INTO public.commits VALUES (37, 1795914946036205, 'anonymous', 'req-1480de54-9f85-4e5e-80a5-7a0c3242f0c7', '01a224df-55f4-75ee-9385-51747bf3fd37');
INSERT INTO public.commits VALUES (38, 1795914946116478, 'anonymous', 'req-292989c4-40dc-49dc-9ba0-1b5e2cf4f127', '01a224df-5644-7504-a41b-fa4eb254ef7e');
INSERT INTO public.commits VALUES (39, 1795914946179391, 'anonymous', 'req-d9649af9-fcb2-4895-a81f-620afd6e04a5', '01a224df-5683-7329-a7c0-588bd50a40a9');
INSERT INTO public.commits VALUES (40, 1795914946253635, 'anonymous', 'req-dc219288-8013-4662-9d6e-961394d86032', '01a224df-56cd-75c1-b9e3-39927b6c82d5');
INSERT INTO public.commits VALUES (41, 1795914946321132, 'anonymous', 'req-ebeb4779-0bce-4069-8d9b-8b921813c163', '01a224df-5711-74a0-8569-d33551be1582');
INSERT INTO public.commits VALUES (42, 1795914946400575, 'anonymous', 'req-04068e1f-624f-4dc4-a50d-472483e9891c', '01a224df-5760-7473-830c-4dea80dc1f27');
INSERT INTO public.commits VALUES (43, 1795914946496090, 'anonymous', 'req-187ac612-0787-46f9-90d8-62824adc8764', '01a224df-57c0-772d-b471-29b0fe27f1ed');
INSERT INTO public.commits VALUES (44, 1795914946548793, 'anonymous', 'req-44728bef-acb1-4468-a946-ba7f6cb608d1', '01a224df-57f4-73eb-a031-eca022dafc09');
INSERT INTO public.commits VALUES (45, 1795914946656109, 'anonymous', 'req-d2e46154-8671-4094-94c5-981c67371a51', '01a224df-5860-77e5-a2a1-14aecc2eb298');
INSERT INTO public.commits VALUES (46, 1795914946792112, 'anonymous', 'req-c778b0a5-864f-4c49-bb44-0ea79b8db09f', '01a224df-58e8-7635-9189-6c15a86d2e62');
INSERT INTO public.commits VALUES (47, 1795914946845831, 'anonymous', 'req-07be1585-3f9c-491e-a18f-3e84316bb25e', '01a224df-591d-7782-b71c-90980ac5ebb6');
INSERT INTO public.commits VALUES (48, 1795914946900291, 'anonymous', 'req-456b93cf-e2a6-43b9-8365-6925effd9e8c', '01a224df-5954-72f9-9407-6ca3274763f1');
INSERT INTO public.commits VALUES (49, 1795914947050392, 'anonymous', 'req-c0a91dd0-9591-4986-8463-8c34e9391368', '01a224df-59ea-7690-82b3-1ba7c37ad7ff');
INSERT INTO public.commits VALUES (50, 1795914947136222, 'anonymous', 'req-125a1166-18c4-4c7c-b6a3-2d04ff229ac9', '01a224df-5a40-76cc-8a67-42f0cd7f54e1');
INSERT INTO public.commits VALUES (51, 1795914947189812, 'anonymous', 'req-c8267c44-1f7b-483e-b535-51ebd8ab761a', '01a224df-5a75-7687-8ee6-8562a200adde');
INSERT INTO public.commits VALUES (52, 1795914947260423, 'anonymous', 'req-6666131a-46f2-4e38-8623-82e1198d3693', '01a224df-5abc-706b-a951-3e970e0b3e7c');
INSERT INTO public.commits VALUES (53, 1795914947412140, 'anonymous', 'req-ca770775-bfb2-45f2-be6b-2e860c71ba12', '01a224df-5b54-7141-8d28-e9fe7199f3d6');
INSERT INTO public.commits VALUES (54, 1795914947506230, 'anonymous', 'req-e0aff7f1-efcd-4f2c-a79e-767dab9850c5', '01a224df-5bb2-7216-833e-5ff8b32b90f0');
INSERT INTO public.commits VALUES (55, 1795914947596098, 'anonymous', 'req-cd123c9b-da02-4c25-927b-c0d073b2983c', '01a224df-5c0c-73b5-8f21-5636be33697d');
INSERT INTO public.commits VALUES (56, 1795914947712108, 'anonymous', 'req-53cff3ef-2f52-4eac-ab3c-6b4fda99a053', '01a224df-5c80-7572-b33d-4d7068bb8a64');
INSERT INTO public.commits VALUES (57, 1795914947816585, 'anonymous', 'req-e59d90e6-ee13-42a3-bdf6-7f656677a02c', '01a224df-5ce8-7582-ac04-b864f87f801a');
INSERT INTO public.commits VALUES (58, 1795914947897505, 'anonymous', 'req-d30c1c5b-8e36-4b7b-9f45-163a32bfb748', '01a224df-5d39-7724-ba46-f6615c351a0c');
INSERT INTO public.commits VALUES (59, 1795914947988169, 'anonymous', 'req-78bd9600-6c57-49dd-9e9a-72d0385bd82d', '01a224df-5d94-7434-ab79-5d362b0ef2f5');
INSERT INTO public.commits VALUES (60, 1795914948040234, 'anonymous', 'req-2f16112d-b225-4fda-9cdc-ae8fed5d94f0', '01a224df-5dc8-7627-a963-1c6a837e2576');
INSERT INTO public.commits VALUES (61, 1795914949421774, 'congress-import', 'congress deleted policy created 2026-11-22T08:56:49.025524Z', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (62, 1795914949421774, 'congress-import', 'congress deleted rule created 2026-11-22T08:56:49.020341Z', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (63, 1795914949421774, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.322042Z', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (64, 1795914949421774, 'congress-import', 'congress deleted rule created 2026-11-22T08:56:49.020351Z', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (65, 1795914949421774, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.323950Z', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (66, 1795914949421774, 'congress-import', 'congress deleted policy deleted 2026-11-22T08:57:00.328245Z', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (67, 1795914949421774, 'congress-import', 'congress library policy kept', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (68, 1795914949421774, 'congress-import', 'congress library policy kept', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (69, 1795914949421774, 'congress-import', 'congress library policy kept', '01a224df-632d-759a-a6e5-dbab4e71c4be');
INSERT INTO public.commits VALUES (70, 1795914949764325, 'congress-import', 'congress data source kept', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (71, 1795914949764325, 'congress-import', 'congress data source kept', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (72, 1795914949764325, 'congress-import', 'congress data source kept', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (73, 1795914949764325, 'congress-import', 'congress data source kept', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (74, 1795914949764325, 'congress-import', 'congress data source kept', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (75, 1795914949764325, 'congress-import', 'congress table kept', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (76, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:47.602664Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (77, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:47.622566Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (78, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:48.805808Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (79, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:48.841991Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (80, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:48.876093Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (81, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:48.914882Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (82, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:48.945001Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (83, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:56:48.986188Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (84, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:57:00.365332Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (85, 1795914949764325, 'congress-import', 'congress policy created 2026-11-22T08:57:00.609271Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (86, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989904Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (87, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989914Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (88, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989918Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (89, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.059165Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (90, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.155591Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (91, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.215454Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (92, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.248223Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (93, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.281446Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (94, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.326766Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (95, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.371105Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (96, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.414547Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (97, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:49.454358Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (98, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.522003Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (99, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.568162Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (100, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.603661Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (101, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.642655Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (102, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.680934Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (103, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.714496Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (104, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.749357Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (105, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.783511Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (106, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.818983Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (107, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.853015Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (108, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.887712Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (109, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.921101Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (110, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:54.953374Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (111, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:56:55.095947Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (112, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:57:00.145920Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (113, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:57:00.183374Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (114, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:57:00.282354Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (115, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:57:00.588752Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (116, 1795914949764325, 'congress-import', 'congress rule created 2026-11-22T08:57:00.588762Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (117, 1795914949764325, 'congress-import', 'congress deleted rule created 2026-11-22T08:57:00.215521Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (118, 1795914949764325, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.241556Z', '01a224df-6484-734a-b600-f7263578103f');
INSERT INTO public.commits VALUES (119, 1795914952092097, 'anonymous', 'req-ea764f77-9e8c-4444-a8de-b6714dc174ec', '01a224df-6d9c-71ba-8a52-e53c10aa9d16');
INSERT INTO public.commits VALUES (120, 1795914952350584, 'anonymous', 'req-d776f831-1f18-4a75-b1f6-6e66fd4a67af', '01a224df-6e9e-774b-82fc-a06438c347cd');
INSERT INTO public.data_source_rows VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'hosts', '[1.5,9223372036854775807]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'hosts', '["",-1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'hosts', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'hosts', '["a",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'hosts', '["nul \u0000 \u001a1",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'Hosts', '["A"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-5a36-7213-b69d-ad14ce1f29c5', 'sealed', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-5a36-7213-b69d-ad14ce1f29c5', 'sealed', '["x"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'hosts', '["c",3]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute0","down","zabbix1","100"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute1","down","zabbix1","101"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute2","down","zabbix1","102"]', DEFAULT);
INSERT INTO public.data_source_tables VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'Hosts', 1, 1795914947506230, 54, 0);
INSERT INTO public.data_source_tables VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'emptied', 2, 1795914947712108, 55, 0);
INSERT INTO public.data_source_tables VALUES ('01a224df-5a36-7213-b69d-ad14ce1f29c5', 'sealed', 1, 1795914947816585, 57, 0);
INSERT INTO public.data_source_tables VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'hosts', 2, 1795914947988169, 53, 0);
INSERT INTO public.data_source_tables VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', 1, 1795914949764325, 75, 0);
INSERT INTO public.data_sources VALUES ('01a224df-59e8-7296-ae4b-85667ef31aac', 'inventory', 'data_source', 'push', 'what is where', NULL, true, '{"description":"pushed"}', 49, 0);
INSERT INTO public.data_sources VALUES ('01a224df-5a36-7213-b69d-ad14ce1f29c5', 'safe', 'data_source', 'vault', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', NULL, true, '{"password":{"$sealed":"v1:Uh46heYbyD4+gbokiRk/tsHytfcLDP/H2rcykwhfMpV/iTvBK6J/RtdsSF0/O9ic+/+pFLwprRJ3qp+Zkd0xR7Cxgv1hnghMtuaM7FQ47NDmX00HJc/ENfNmB9MAHR8/6BB+JnROPNkZ2Q=="},"url":"http://vault"}', 50, 0);
INSERT INTO public.data_sources VALUES ('01a224df-5a74-7040-8b74-b6b359a210d4', 'off', 'data_source', 'vault', NULL, NULL, false, '{"password":{"$sealed":"v1:wok5vlrfXIUDoG6+CTqZRcHu0IvjPxq+dBTAn/iO7mn2vlXYLD7v6wiP"},"url":"http://off"}', 51, 0);
INSERT INTO public.data_sources VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'doc', 'data_source', 'doctor', 'the doctor', NULL, true, '{"persist_data":true}', 70, 0);
INSERT INTO public.data_sources VALUES ('3642d2bd-ab50-41fa-8f49-d987cf67f461', 'pushed', 'data_source', 'push', NULL, NULL, true, '{"description":"pushed","persist_data":true}', 71, 0);
INSERT INTO public.data_sources VALUES ('392042c0-803d-4535-9242-2f13e9aaa3f5', 'fake', 'data_source', 'fake_datasource', 'has a secret', NULL, true, '{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:asStcvbu0dYEINhV+hAbi8wRe0c4KBO1bQcf/D5IvDOdQ/gPu6j78eqsU5E6F7pI62uxoxUYyA=="},"poll_time":"3600","project_name":"admin","tenant_name":"admin","username":"admin"}', 72, 0);
INSERT INTO public.data_sources VALUES ('4c294b62-7223-4d32-ab47-73f295b1bd87', 'nova', 'data_source', 'nova', 'unreachable nova', NULL, true, '{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:UB8bXbXpRdF4xzykyPOkNf2S9aAgk5a9U0DvLN0U+ABBfjjnv7GQgNJqPswwQioCYlUYrwE="},"poll_time":"3600","project_name":"admin","username":"admin"}', 73, 0);
INSERT INTO public.data_sources VALUES ('96f77bf2-ee87-4a13-b4f7-2ae7fa94b050', 'nullcfg', 'data_source', 'doctor', NULL, NULL, true, NULL, 74, 0);
INSERT INTO public.head VALUES (1, 120);
INSERT INTO public.library_policies VALUES ('01a224df-5710-74fe-9bf2-e85379cdbcda', 'empty', 'empty', '', 'nonrecursive', 41, 0);
INSERT INTO public.library_policies VALUES ('01a224df-5752-7739-92a7-74b12258bdb1', 'plain', 'pl', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'action', 42, 0);
INSERT INTO public.library_policies VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 'many', 'many', 'many', 'nonrecursive', 45, 0);
INSERT INTO public.library_policies VALUES ('01a224df-57bd-74d8-adbb-0011f42a82c3', 'anew', 'new', 'put', 'database', 43, 0);
INSERT INTO public.library_policies VALUES ('1390e9a1-512d-40a3-b37c-8bab2a2d9caf', 'BadFlavors', 'BadFl', 'Error on any server using a flavor that is not permitted', 'nonrecursive', 67, 0);
INSERT INTO public.library_policies VALUES ('1f4a7524-eab7-41c1-8fd1-13701f550d44', 'mylib', 'mylib', 'custom', 'nonrecursive', 68, 0);
INSERT INTO public.library_policies VALUES ('78daca1f-a186-44d0-b481-339ed6a598b9', 'minlib', 'minli', '', 'nonrecursive', 69, 0);
INSERT INTO public.library_rules VALUES ('01a224df-5752-7739-92a7-74b12258bdb1', 0, 'p(1)', 'one', 'c', NULL);
INSERT INTO public.library_rules VALUES ('01a224df-5752-7739-92a7-74b12258bdb1', 1, 'p(2)', NULL, NULL, NULL);
INSERT INTO public.library_rules VALUES ('01a224df-5752-7739-92a7-74b12258bdb1', 2, 'q(x) :- p(x)', NULL, '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', '{"note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}}');
INSERT INTO public.library_rules VALUES ('01a224df-5752-7739-92a7-74b12258bdb1', 3, 'p("0")', NULL, NULL, '{"nul":"\u0000"}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 0, 'p(0)', '0', NULL, '{"weight":0}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 1, 'p(1)', '1', NULL, '{"weight":1}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 2, 'p(2)', '2', NULL, '{"weight":2}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 3, 'p(3)', '3', NULL, '{"weight":3}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 4, 'p(4)', '4', NULL, '{"weight":4}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 5, 'p(5)', '5', NULL, '{"weight":5}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 6, 'p(6)', '6', NULL, '{"weight":6}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 7, 'p(7)', '7', NULL, '{"weight":7}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 8, 'p(8)', '8', NULL, '{"weight":8}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 9, 'p(9)', '9', NULL, '{"weight":9}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 10, 'p(10)', '10', NULL, '{"weight":10}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 11, 'p(11)', '11', NULL, '{"weight":11}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 12, 'p(12)', '12', NULL, '{"weight":12}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 13, 'p(13)', '13', NULL, '{"weight":13}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 14, 'p(14)', '14', NULL, '{"weight":14}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 15, 'p(15)', '15', NULL, '{"weight":15}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 16, 'p(16)', '16', NULL, '{"weight":16}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 17, 'p(17)', '17', NULL, '{"weight":17}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 18, 'p(18)', '18', NULL, '{"weight":18}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 19, 'p(19)', '19', NULL, '{"weight":19}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 20, 'p(20)', '20', NULL, '{"weight":20}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 21, 'p(21)', '21', NULL, '{"weight":21}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 22, 'p(22)', '22', NULL, '{"weight":22}');
INSERT INTO public.library_rules VALUES ('01a224df-5858-7261-a0c0-04e360b20055', 23, 'p(23)', '23', NULL, '{"weight":23}');
INSERT INTO public.library_rules VALUES ('01a224df-57bd-74d8-adbb-0011f42a82c3', 0, 'b(1)', 'after', NULL, '{"extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]}');
INSERT INTO public.library_rules VALUES ('01a224df-57bd-74d8-adbb-0011f42a82c3', 1, 'b(2)', NULL, 'c', NULL);
INSERT INTO public.library_rules VALUES ('1390e9a1-512d-40a3-b37c-8bab2a2d9caf', 0, 'permitted_flavor(''m1.tiny'')', NULL, 'User should customize this.  Permitted flavors.', NULL);
INSERT INTO public.library_rules VALUES ('1390e9a1-512d-40a3-b37c-8bab2a2d9caf', 1, 'permitted_flavor(''m1.large'')', NULL, 'User should customize this.  Permitted flavors.', NULL);
INSERT INTO public.library_rules VALUES ('1390e9a1-512d-40a3-b37c-8bab2a2d9caf', 2, 'server_with_bad_flavor(id) :- nova:servers(id=id,flavor_id=flavor_id), nova:flavors(id=flavor_id, name=flavor), not permitted_flavor(flavor)
', NULL, NULL, NULL);
INSERT INTO public.library_rules VALUES ('1390e9a1-512d-40a3-b37c-8bab2a2d9caf', 3, 'error(id) :- server_with_bad_flavor(id)', NULL, NULL, NULL);
INSERT INTO public.library_rules VALUES ('1f4a7524-eab7-41c1-8fd1-13701f550d44', 0, 'p(x) :- q(x)', 'n', 'c', NULL);
INSERT INTO public.library_rules VALUES ('1f4a7524-eab7-41c1-8fd1-13701f550d44', 1, 'q(1)', NULL, NULL, NULL);
INSERT INTO public.log_start VALUES (1, 1);
INSERT INTO public.names VALUES ('a_nonrecursive', 'policy');
INSERT INTO public.names VALUES ('a_action', 'policy');
INSERT INTO public.names VALUES ('a_database', 'policy');
INSERT INTO public.names VALUES ('a_materialized', 'policy');
INSERT INTO public.names VALUES ('a_datasource', 'policy');
INSERT INTO public.names VALUES ('a_z3', 'policy');
INSERT INTO public.names VALUES ('plain', 'policy');
INSERT INTO public.names VALUES ('Plain', 'policy');
INSERT INTO public.names VALUES ('with.dots', 'policy');
INSERT INTO public.names VALUES ('many', 'policy');
INSERT INTO public.names VALUES ('inventory', 'data_source');
INSERT INTO public.names VALUES ('safe', 'data_source');
INSERT INTO public.names VALUES ('off', 'data_source');
INSERT INTO public.names VALUES ('doc', 'data_source');
INSERT INTO public.names VALUES ('pushed', 'data_source');
INSERT INTO public.names VALUES ('fake', 'data_source');
INSERT INTO public.names VALUES ('nova', 'data_source');
INSERT INTO public.names VALUES ('nullcfg', 'data_source');
INSERT INTO public.names VALUES ('classification', 'policy');
INSERT INTO public.names VALUES ('action', 'policy');
INSERT INTO public.names VALUES ('alpha', 'policy');
INSERT INTO public.names VALUES ('beta', 'policy');
INSERT INTO public.names VALUES ('acts', 'policy');
INSERT INTO public.names VALUES ('dsk', 'policy');
INSERT INTO public.names VALUES ('with.dots:and_colon', 'policy');
INSERT INTO public.names VALUES ('withrules', 'policy');
INSERT INTO public.names VALUES ('gonepolicy', 'policy');
INSERT INTO public.names VALUES ('mylib', 'policy');
INSERT INTO public.names VALUES ('late', 'policy');
INSERT INTO public.policies VALUES ('01a224df-497e-75cc-81b9-a5ad090a4095', 'a_nonrecursive', 'policy', 'nonre', 'nonrecursive "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 2, 0);
INSERT INTO public.policies VALUES ('01a224df-4a04-777d-8c67-06586334a37c', 'a_action', 'policy', 'actio', 'action "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'action', 3, 0);
INSERT INTO public.policies VALUES ('01a224df-4a6b-7716-b45f-5d63e47b5261', 'a_database', 'policy', 'datab', 'database "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'database', 4, 0);
INSERT INTO public.policies VALUES ('01a224df-4add-762a-a097-f3ba6d500d96', 'a_materialized', 'policy', 'mater', 'materialized "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'materialized', 5, 0);
INSERT INTO public.policies VALUES ('01a224df-4b55-708b-910c-99a190a48c73', 'a_datasource', 'policy', 'datas', 'datasource "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'datasource', 6, 0);
INSERT INTO public.policies VALUES ('01a224df-4bac-733e-993b-53c58215cb0f', 'a_z3', 'policy', 'z3', 'z3 "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'z3', 7, 0);
INSERT INTO public.policies VALUES ('01a224df-4c1b-777f-87ad-ce107001f3e3', 'plain', 'policy', 'plain', '', 'user', 'nonrecursive', 8, 0);
INSERT INTO public.policies VALUES ('01a224df-4c98-7700-b3d6-a69e8acae7b9', 'Plain', 'policy', 'Plain', '', 'user', 'nonrecursive', 9, 0);
INSERT INTO public.policies VALUES ('01a224df-4d4e-7337-9d0b-4abc51b99aba', 'with.dots', 'policy', 'with.', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 11, 0);
INSERT INTO public.policies VALUES ('01a224df-594e-7743-b435-705be062a894', 'many', 'policy', 'many', 'many', 'user', 'nonrecursive', 48, 0);
INSERT INTO public.policies VALUES ('343eade2-d6e4-4555-9d77-87122ae1abc7', 'classification', 'policy', 'class', 'default policy', 'user', 'nonrecursive', 76, 1);
INSERT INTO public.policies VALUES ('418c0c0e-7ea5-4b36-8720-48ae385669b8', 'action', 'policy', 'actio', 'default action policy', 'user', 'action', 77, 1);
INSERT INTO public.policies VALUES ('18fe8c80-f822-4cfe-bc4d-0300077af737', 'alpha', 'policy', 'alpha', 'first policy', 'user', 'nonrecursive', 78, 0);
INSERT INTO public.policies VALUES ('cf86ab56-a472-4b55-92c9-d37d5b955cab', 'beta', 'policy', 'bet', 'bêta 你', 'user', 'nonrecursive', 79, 0);
INSERT INTO public.policies VALUES ('c07e7981-55ef-4538-a964-f455b8e832e9', 'acts', 'policy', 'acts', '', 'user', 'action', 80, 0);
INSERT INTO public.policies VALUES ('21a92246-771b-4e7f-bf52-0f7f41903349', 'dsk', 'policy', 'dsk', '', 'user', 'datasource', 81, 0);
INSERT INTO public.policies VALUES ('ab221702-9a84-4e48-a0da-1d53b0da1c38', 'with.dots:and_colon', 'policy', '', '', 'user', 'nonrecursive', 82, 0);
INSERT INTO public.policies VALUES ('6b38b849-38b0-46fc-b038-e1e17041faaa', 'withrules', 'policy', 'withr', 'created with rules', 'user', 'nonrecursive', 83, 0);
INSERT INTO public.policies VALUES ('3117cc3d-dcf2-4439-86d4-858c16dd2027', 'gonepolicy', 'policy', 'gonep', 'second life', 'user', 'nonrecursive', 84, 0);
INSERT INTO public.policies VALUES ('9586e9e7-6885-4a69-aa22-19336b83727e', 'mylib', 'policy', 'mylib', 'custom', 'user', 'nonrecursive', 85, 0);
INSERT INTO public.policies VALUES ('01a224df-6d9a-768e-a3d4-4faf062b2b19', 'late', 'policy', 'late', 'made by a server that had started again', 'user', 'nonrecursive', 119, 0);
INSERT INTO public.policy_tables VALUES ('plain', 'p', 1, 12, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'q', 1, 14, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'r', 1, 14, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 's', 2, 16, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('inventory', 'hosts', 2, 16, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'inner', 2, 17, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'long', 40, 21, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'safe', 1, 22, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('Plain', 'p', 1, 22, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'lower', 1, 23, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'nul', 1, 24, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'P', 1, 25, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'none', 0, 26, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('Plain', 'e', 1, 29, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('a_action', 'p', 1, 30, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('a_action', 'disconnect', 1, 31, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('with.dots', 'u', 1, 33, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('plain', 'out', 1, 38, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('many', 'p', 1, 48, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('withrules', 'p', 1, 86, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('withrules', 'q', 1, 86, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('withrules', 'r', 1, 86, 2, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'p', 1, 89, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'q', 1, 91, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'error', 1, 94, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('doc', 'events', 6, 94, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'f', 2, 95, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('fake', 'fake_table', 2, 95, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'srv', 1, 97, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'cross', 1, 98, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('beta', 't', 1, 98, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'uni', 1, 99, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'nullary', 0, 100, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'h', 1, 101, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'len4', 1, 102, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 't', 2, 103, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'sq', 1, 104, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('acts', 'action', 1, 108, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('acts', 'q+', 1, 109, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('acts', 'addq', 1, 109, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('acts', 'q-', 1, 110, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('acts', 'delq', 1, 110, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('classification', 'error', 1, 112, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('action', 'action', 1, 113, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('alpha', 'deleted', 1, 114, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('mylib', 'p', 1, 115, 0, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('mylib', 'q', 1, 115, 1, DEFAULT, DEFAULT);
INSERT INTO public.policy_tables VALUES ('late', 'p', 1, 120, 0, DEFAULT, DEFAULT);
INSERT INTO public.rules VALUES ('01a224df-4da9-7090-b886-65863e20b190', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'p(1)', 'p(1)', NULL, '', 12, 1, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-4df2-72dd-ba36-12febedb9531', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'p("two")', 'p("two")', 'two', 'said so', 13, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-4e17-7647-ac6e-38854ccba821', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'q(x) :- p(x), not r(x)', 'q(x) :- not r(x), p(x)', 'a rule', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 14, 2, DEFAULT, NULL, 'q');
INSERT INTO public.rules VALUES ('01a224df-4e86-7579-afa4-8cf02dce20a3', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'r(3)', 'r(3)', NULL, '', 15, 0, DEFAULT, NULL, 'r');
INSERT INTO public.rules VALUES ('01a224df-4ed4-74e9-8a6b-d2cb5dc58c5a', '01a224df-4c1b-777f-87ad-ce107001f3e3', 's(x, y) :- p(x), inventory:hosts(y, 1)', 's(x, y) :- inventory:hosts(y, 1), p(x)', NULL, '', 16, 2, DEFAULT, NULL, 's');
INSERT INTO public.rules VALUES ('01a224df-4f37-757e-b58e-11e45e0f7fda', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'inner(x, z) :- s(x, y), s(y, z), not q(z)', 'inner(x, z) :- not q(z), s(x, y), s(y, z)', NULL, '', 17, 1, DEFAULT, NULL, 'inner');
INSERT INTO public.rules VALUES ('01a224df-4f6b-7588-b36b-8d8c92e71cf4', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'p(-9223372036854775808)', 'p(-9223372036854775808)', NULL, '', 18, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-4fcc-721f-a4e1-0a5fa0dc6a6f', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'p(2.5)', 'p(2.5)', NULL, '', 19, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-5018-7550-8fcb-892e95f7f464', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'p("1 and 50% of it''s 中文 😀")', 'p("1 and 50% of it''s 中文 😀")', 'odd 1', '', 20, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-506b-72bc-96a7-c0935e965ac1', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', NULL, '', 21, 1, DEFAULT, NULL, 'long');
INSERT INTO public.rules VALUES ('01a224df-50f4-704e-8de0-339d5dc67f7a', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'safe(x) :- Plain:p(x)', 'safe(x) :- Plain:p(x)', NULL, '', 22, 2, DEFAULT, NULL, 'safe');
INSERT INTO public.rules VALUES ('01a224df-5158-7015-b866-a7ec71c38130', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'lower(x) :- p(x), builtin:lt(x, 3)', 'lower(x) :- builtin:lt(x, 3), p(x)', NULL, '', 23, 1, DEFAULT, NULL, 'lower');
INSERT INTO public.rules VALUES ('01a224df-51bb-777b-943d-ae035b3fe8a4', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'nul("a\u0000b0")', 'nul("a\u0000b0")', NULL, '', 24, 1, DEFAULT, NULL, 'nul');
INSERT INTO public.rules VALUES ('01a224df-5218-74a9-a709-aef459d87f3d', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'P(1)', 'P(1)', NULL, '', 25, 1, DEFAULT, NULL, 'P');
INSERT INTO public.rules VALUES ('01a224df-5291-7005-9d0d-9f8326889167', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'none()', 'none()', NULL, '', 26, 1, DEFAULT, NULL, 'none');
INSERT INTO public.rules VALUES ('01a224df-52f1-75f0-a4c3-922d8e30c7f5', '01a224df-4c98-7700-b3d6-a69e8acae7b9', 'p(1)', 'p(1)', 'n', 'c', 27, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-534a-72e9-ae63-0dddbf48dd28', '01a224df-4c98-7700-b3d6-a69e8acae7b9', 'p(2)', 'p(2)', 'n', 'c', 28, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-539b-7552-85b5-b92f8d364660', '01a224df-4c98-7700-b3d6-a69e8acae7b9', 'e(x) :- plain:q(x)', 'e(x) :- plain:q(x)', 'n', 'c', 29, 1, DEFAULT, NULL, 'e');
INSERT INTO public.rules VALUES ('01a224df-53e5-7653-9af3-39a5fe344b9e', '01a224df-4a04-777d-8c67-06586334a37c', 'execute[nova:disconnect(x)] :- p(x)', 'execute[nova:disconnect(x)] :- p(x)', NULL, '', 30, 1, DEFAULT, NULL, 'nova:disconnect');
INSERT INTO public.rules VALUES ('01a224df-5428-7557-a28e-762e621b57bf', '01a224df-4a04-777d-8c67-06586334a37c', 'disconnect(x) :- p(x)', 'disconnect(x) :- p(x)', NULL, '', 31, 1, DEFAULT, NULL, 'disconnect');
INSERT INTO public.rules VALUES ('01a224df-54e4-709a-a535-7a037e15a3fb', '01a224df-4d4e-7337-9d0b-4abc51b99aba', 'u("中")', 'u("中")', NULL, '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 33, 1, DEFAULT, NULL, 'u');
INSERT INTO public.rules VALUES ('01a224df-5638-77a5-a5fc-a311e1fa1eb7', '01a224df-4c1b-777f-87ad-ce107001f3e3', 'out(1)', 'out(1)', NULL, '', 38, 1, DEFAULT, NULL, 'out');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-705c7be7cf2a', '01a224df-594e-7743-b435-705be062a894', 'p(0)', 'p(0)', '0', '', 48, 2, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-705da35b46fa', '01a224df-594e-7743-b435-705be062a894', 'p(1)', 'p(1)', '1', '', 48, 3, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-705e1fa4e866', '01a224df-594e-7743-b435-705be062a894', 'p(2)', 'p(2)', '2', '', 48, 4, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-705f83650a38', '01a224df-594e-7743-b435-705be062a894', 'p(3)', 'p(3)', '3', '', 48, 5, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7060cfd99f62', '01a224df-594e-7743-b435-705be062a894', 'p(4)', 'p(4)', '4', '', 48, 6, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7061e9618697', '01a224df-594e-7743-b435-705be062a894', 'p(5)', 'p(5)', '5', '', 48, 7, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7062d36fd27f', '01a224df-594e-7743-b435-705be062a894', 'p(6)', 'p(6)', '6', '', 48, 8, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7063e324d20b', '01a224df-594e-7743-b435-705be062a894', 'p(7)', 'p(7)', '7', '', 48, 9, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7064b2ce6ff1', '01a224df-594e-7743-b435-705be062a894', 'p(8)', 'p(8)', '8', '', 48, 10, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7065d55817d3', '01a224df-594e-7743-b435-705be062a894', 'p(9)', 'p(9)', '9', '', 48, 11, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-706674463ca2', '01a224df-594e-7743-b435-705be062a894', 'p(10)', 'p(10)', '10', '', 48, 12, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-70679e37d2fe', '01a224df-594e-7743-b435-705be062a894', 'p(11)', 'p(11)', '11', '', 48, 13, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7068d64bbc1f', '01a224df-594e-7743-b435-705be062a894', 'p(12)', 'p(12)', '12', '', 48, 14, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7069f3681a86', '01a224df-594e-7743-b435-705be062a894', 'p(13)', 'p(13)', '13', '', 48, 15, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-706ab6d46b94', '01a224df-594e-7743-b435-705be062a894', 'p(14)', 'p(14)', '14', '', 48, 16, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-706bc2152b75', '01a224df-594e-7743-b435-705be062a894', 'p(15)', 'p(15)', '15', '', 48, 17, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-706ce84a7a78', '01a224df-594e-7743-b435-705be062a894', 'p(16)', 'p(16)', '16', '', 48, 18, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-706dad7232a5', '01a224df-594e-7743-b435-705be062a894', 'p(17)', 'p(17)', '17', '', 48, 19, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-706ef9c69261', '01a224df-594e-7743-b435-705be062a894', 'p(18)', 'p(18)', '18', '', 48, 20, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-706fdebcbd74', '01a224df-594e-7743-b435-705be062a894', 'p(19)', 'p(19)', '19', '', 48, 21, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-70708e2488a6', '01a224df-594e-7743-b435-705be062a894', 'p(20)', 'p(20)', '20', '', 48, 22, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7071dac9e062', '01a224df-594e-7743-b435-705be062a894', 'p(21)', 'p(21)', '21', '', 48, 23, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-7072d9c39338', '01a224df-594e-7743-b435-705be062a894', 'p(22)', 'p(22)', '22', '', 48, 24, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224df-594e-7743-b435-70731a1d724c', '01a224df-594e-7743-b435-705be062a894', 'p(23)', 'p(23)', '23', '', 48, 25, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('4f4f584c-575d-4ff2-97f4-bb4ecea31a31', '6b38b849-38b0-46fc-b038-e1e17041faaa', 'p(x) :- q(x), not r(x)', 'p(x) :- not r(x), q(x)', 'r1', 'c1', 86, 3, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('cdaa12b6-5865-4dba-a03a-382c98d41df4', '6b38b849-38b0-46fc-b038-e1e17041faaa', 'q(1)', 'q(1)', NULL, '', 87, 0, DEFAULT, NULL, 'q');
INSERT INTO public.rules VALUES ('8788dbf6-91d7-46d1-8018-e14087b30c04', '6b38b849-38b0-46fc-b038-e1e17041faaa', 'r(2.5)', 'r(2.5)', NULL, '', 88, 0, DEFAULT, NULL, 'r');
INSERT INTO public.rules VALUES ('4e37a178-cac4-40e8-bbcf-606c666d27ae', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'p(1)', 'p(1)', NULL, '', 89, 1, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('7b30f759-d182-4561-b75f-ca319b26bb05', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'p("str")', 'p("str")', 'named', 'with a comment', 90, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('98c3359e-d5c8-49e5-99ea-8915058a1f6d', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'p(x) :-   q(x) ,  lt(x, 5)', 'p(x) :- lt(x, 5), q(x)', 'spaces', 'original text is kept', 91, 1, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('46b549f0-4b60-49f2-8a6c-7cbe6ae7c1f0', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'q(3)', 'q(3)', '', '', 92, 0, DEFAULT, NULL, 'q');
INSERT INTO public.rules VALUES ('195b381b-48f8-4c80-98e7-b4214db82f9e', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'q(7)', 'q(7)', NULL, '', 93, 0, DEFAULT, NULL, 'q');
INSERT INTO public.rules VALUES ('7546f69f-103f-46a5-af0f-d5cc4168e9aa', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'error(h) :- doc:events(hostname=h, status="down")', 'error(h) :- doc:events(?, ?, h, "down")', 'doc rule', 'column references', 94, 2, DEFAULT, NULL, 'error');
INSERT INTO public.rules VALUES ('cb5c1342-2bdd-417b-8dce-660a93c348d3', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'f(x, y) :- fake:fake_table(x, y)', 'f(x, y) :- fake:fake_table(x, y)', NULL, '', 95, 2, DEFAULT, NULL, 'f');
INSERT INTO public.rules VALUES ('b98b583d-d66e-4789-b246-553dc8572b7e', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'srv(x) :- nova:servers(id=x, status="ACTIVE")', 'disabled b98b583d-d66e-4789-b246-553dc8572b7e', NULL, '', 96, 0, DEFAULT, 'line 1, column 11: the columns of `nova:servers` are not known; give its arguments by position', '');
INSERT INTO public.rules VALUES ('b005072e-5ad6-4bc4-a0dd-da472b1ba76b', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'execute[nova:servers.pause(x)] :- srv(x), doc:events(hostname=x)', 'execute[nova:servers.pause(x)] :- doc:events(?, ?, x), srv(x)', NULL, 'exec', 97, 1, DEFAULT, NULL, 'nova:servers.pause');
INSERT INTO public.rules VALUES ('0d2bb39b-6777-44ec-acdd-0b9fb5e196a6', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'cross(x) :- beta:t(x)', 'cross(x) :- beta:t(x)', NULL, '', 98, 2, DEFAULT, NULL, 'cross');
INSERT INTO public.rules VALUES ('ed18bc32-62cc-4e14-968c-cfb28ab1cb11', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'uni("ünï 你")', 'uni("ünï 你")', 'ünï', '你', 99, 1, DEFAULT, NULL, 'uni');
INSERT INTO public.rules VALUES ('3efcd482-ccaa-43e5-a49d-f57964fe4f04', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'nullary', 'nullary()', NULL, '', 100, 1, DEFAULT, NULL, 'nullary');
INSERT INTO public.rules VALUES ('3abda9df-6f6d-4a5f-9c06-5b5edcc0d706', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'h(x) :- q(x);', 'h(x) :- q(x)', NULL, '', 101, 1, DEFAULT, NULL, 'h');
INSERT INTO public.rules VALUES ('0954e4af-020c-4cb0-8922-38482f6b5215', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'len4(x) :- p(x), len(x, 3)', 'len4(x) :- len(x, 3), p(x)', NULL, '', 102, 1, DEFAULT, NULL, 'len4');
INSERT INTO public.rules VALUES ('f554b513-8087-42a2-ab6f-59ab77bbbb72', '18fe8c80-f822-4cfe-bc4d-0300077af737', 't(1.5, 1e3)', 't(1.5, 1000)', NULL, '', 103, 1, DEFAULT, NULL, 't');
INSERT INTO public.rules VALUES ('dd444f78-d3bd-40a1-bb2a-bb778d00e24d', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'sq(''single'')', 'sq("single")', NULL, '', 104, 1, DEFAULT, NULL, 'sq');
INSERT INTO public.rules VALUES ('17e82458-8b3f-4e0d-9462-6740abed554f', 'cf86ab56-a472-4b55-92c9-d37d5b955cab', 't(10)', 't(10)', NULL, '', 105, 0, DEFAULT, NULL, 't');
INSERT INTO public.rules VALUES ('33ee7d4c-a6e7-4883-96ee-56ed1d21b41c', 'cf86ab56-a472-4b55-92c9-d37d5b955cab', 't(11)', 't(11)', NULL, '', 106, 0, DEFAULT, NULL, 't');
INSERT INTO public.rules VALUES ('7c0870d5-0e95-4987-ab0f-d0bec057c085', 'cf86ab56-a472-4b55-92c9-d37d5b955cab', 't(12)', 't(12)', NULL, '', 107, 0, DEFAULT, NULL, 't');
INSERT INTO public.rules VALUES ('2e7babc1-5f20-44e8-a27b-b36d2098d8fa', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'action("addq")', 'action("addq")', NULL, '', 108, 1, DEFAULT, NULL, 'action');
INSERT INTO public.rules VALUES ('d71c5488-22f9-47ec-bda9-bbbdf2a817d1', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'q+(x) :- addq(x)', 'q+(x) :- addq(x)', NULL, '', 109, 2, DEFAULT, NULL, 'q+');
INSERT INTO public.rules VALUES ('3c05da54-5542-436b-b267-ccf87b6da2a1', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'q-(x) :- delq(x)', 'q-(x) :- delq(x)', NULL, '', 110, 2, DEFAULT, NULL, 'q-');
INSERT INTO public.rules VALUES ('d78e3c3f-1cb5-40e5-ac35-628dec4b3443', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'action("delq")', 'action("delq")', NULL, '', 111, 0, DEFAULT, NULL, 'action');
INSERT INTO public.rules VALUES ('1eda862b-56d2-428b-addc-e22b856c3d51', '343eade2-d6e4-4555-9d77-87122ae1abc7', 'error(x) :- alpha:p(x)', 'error(x) :- alpha:p(x)', NULL, '', 112, 1, DEFAULT, NULL, 'error');
INSERT INTO public.rules VALUES ('27d368de-2867-4414-a77a-4b75a9036544', '418c0c0e-7ea5-4b36-8720-48ae385669b8', 'action("disconnect")', 'action("disconnect")', NULL, '', 113, 1, DEFAULT, NULL, 'action');
INSERT INTO public.rules VALUES ('6c437362-a831-415e-8928-f3ff3ca93f5f', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'deleted(1)', 'deleted(1)', 'recreated', '', 114, 1, DEFAULT, NULL, 'deleted');
INSERT INTO public.rules VALUES ('25deea15-b45e-458b-99fe-181badd85f42', '9586e9e7-6885-4a69-aa22-19336b83727e', 'p(x) :- q(x)', 'p(x) :- q(x)', 'n', 'c', 115, 2, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('1e4b7580-211e-45f6-9687-7c545d22588a', '9586e9e7-6885-4a69-aa22-19336b83727e', 'q(1)', 'q(1)', NULL, '', 116, 0, DEFAULT, NULL, 'q');
INSERT INTO public.rules VALUES ('01a224df-6e92-7606-9061-89d29c8f521f', '01a224df-6d9a-768e-a3d4-4faf062b2b19', 'p(1)', 'p(1)', NULL, '', 120, 1, DEFAULT, NULL, 'p');
INSERT INTO public.schema_history VALUES (1, 1, 'initial', 'up', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795914939900483, 'statehouse 0.1.0', 561691, NULL);
INSERT INTO public.schema_history VALUES (2, 2, 'leases', 'up', '93a26cd7375644be1c4c7c534d6eb3bcb5eb0949deee625988b4643227502689', 1795914940028320, 'statehouse 0.1.0', 38185, NULL);
INSERT INTO public.schema_history VALUES (3, 3, 'log_start', 'up', '25a58ab848db9efbb961251caad9d0621e0bff8c6cad74efa899155b20624b1c', 1795914940112082, 'statehouse 0.1.0', 23661, NULL);
INSERT INTO public.schema_history VALUES (4, 4, 'servers', 'up', 'f6aae087533318612a3115c8447b8447e9e17affe91c8c577d7d6dd939da6a28', 1795914940224096, 'statehouse 0.1.0', 53134, NULL);
INSERT INTO public.schema_history VALUES (5, 5, 'disabled_rules', 'up', '3d91822445011d0e7e93ce7ff9ac04a883afe5e067ad9620c572a0c012e20ffe', 1795914940372161, 'statehouse 0.1.0', 32929, NULL);
INSERT INTO public.schema_history VALUES (6, 6, 'rule_head_table', 'up', 'e03d9177cac098d3eef6eb6bd143b07f6a058651ce9e6e6f1b2f2a13ef86993f', 1795914940726079, 'statehouse 0.1.0', 249798, NULL);
INSERT INTO public.schema_history VALUES (7, 7, 'rule_head_tables', 'up', 'd5cca656fcfc20866c490f622b2698c4ceb1ff3f02d0848748ccd36d9301c5d7', 1795914940896433, 'statehouse 0.1.0', 106151, NULL);
INSERT INTO public.schema_history VALUES (8, 8, 'rule_head_table_required', 'up', 'b6ea77416c07ebc4d9c35ed1e000ddc27f1cf98170e18f4532f4b49fbda8f026', 1795914941345294, 'statehouse 0.1.0', 314543, NULL);
INSERT INTO public.schema_history VALUES (9, 9, 'library_rules', 'up', '941eb847df759611a8c62d42d69c5c7223c6e88cb877272352ed0681fbaecfea', 1795914941485597, 'statehouse 0.1.0', 50240, NULL);
INSERT INTO public.schema_history VALUES (10, 10, 'library_rule_rows', 'up', '239cd956e72c9e389185204376ad858b7a0cc96bd565f8731722a008c3c29999', 1795914941638528, 'statehouse 0.1.0', 79495, NULL);
INSERT INTO public.schema_history VALUES (11, 11, 'library_rules_alone', 'up', '9f78cd0d64231fc6523eba452ae6b37d11f172d95c49869d67d06cb5b299b142', 1795914941760168, 'statehouse 0.1.0', 7669, NULL);
INSERT INTO public.schema_migrations VALUES (1, 'initial', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795914939900483, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (2, 'leases', '93a26cd7375644be1c4c7c534d6eb3bcb5eb0949deee625988b4643227502689', 1795914940028320, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (3, 'log_start', '25a58ab848db9efbb961251caad9d0621e0bff8c6cad74efa899155b20624b1c', 1795914940112082, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (4, 'servers', 'f6aae087533318612a3115c8447b8447e9e17affe91c8c577d7d6dd939da6a28', 1795914940224096, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (5, 'disabled_rules', '3d91822445011d0e7e93ce7ff9ac04a883afe5e067ad9620c572a0c012e20ffe', 1795914940372161, 'statehouse 0.1.0', 'expand', 5, 'applied');
INSERT INTO public.schema_migrations VALUES (6, 'rule_head_table', 'e03d9177cac098d3eef6eb6bd143b07f6a058651ce9e6e6f1b2f2a13ef86993f', 1795914940726079, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (7, 'rule_head_tables', 'd5cca656fcfc20866c490f622b2698c4ceb1ff3f02d0848748ccd36d9301c5d7', 1795914940896433, 'statehouse 0.1.0', 'data', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (8, 'rule_head_table_required', 'b6ea77416c07ebc4d9c35ed1e000ddc27f1cf98170e18f4532f4b49fbda8f026', 1795914941345294, 'statehouse 0.1.0', 'contract', 6, 'applied');
INSERT INTO public.schema_migrations VALUES (9, 'library_rules', '941eb847df759611a8c62d42d69c5c7223c6e88cb877272352ed0681fbaecfea', 1795914941485597, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (10, 'library_rule_rows', '239cd956e72c9e389185204376ad858b7a0cc96bd565f8731722a008c3c29999', 1795914941638528, 'statehouse 0.1.0', 'data', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (11, 'library_rules_alone', '9f78cd0d64231fc6523eba452ae6b37d11f172d95c49869d67d06cb5b299b142', 1795914941760168, 'statehouse 0.1.0', 'contract', 9, 'applied');
INSERT INTO public.settings VALUES ('sealing_key_check', 'v1:zG+SKLuKDdW5zd9JWEEPI+nq+013kpHqxetBWxj2aMh/GHOq2GJ0DXCIma3t6/tJPy0KlBhfeUQ+a+C25FLm0/X9/34=');
ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (revision, change_index);
ALTER TABLE ONLY public.commits
    ADD CONSTRAINT commits_pkey PRIMARY KEY (revision);
ALTER TABLE ONLY public.data_source_rows
    ADD CONSTRAINT data_source_rows_pkey PRIMARY KEY (data_source_id, table_name, row_digest);
ALTER TABLE ONLY public.data_source_tables
    ADD CONSTRAINT data_source_tables_pkey PRIMARY KEY (data_source_id, name);
ALTER TABLE ONLY public.data_sources
    ADD CONSTRAINT data_sources_name_key UNIQUE (name);
ALTER TABLE ONLY public.data_sources
    ADD CONSTRAINT data_sources_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.leases
    ADD CONSTRAINT leases_pkey PRIMARY KEY (duty);
ALTER TABLE ONLY public.library_policies
    ADD CONSTRAINT library_policies_name_key UNIQUE (name);
ALTER TABLE ONLY public.library_policies
    ADD CONSTRAINT library_policies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.library_rules
    ADD CONSTRAINT library_rules_pkey PRIMARY KEY (library_policy_id, "position");
ALTER TABLE ONLY public.log_start
    ADD CONSTRAINT log_start_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.names
    ADD CONSTRAINT names_name_owner_key UNIQUE (name, owner);
ALTER TABLE ONLY public.names
    ADD CONSTRAINT names_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_name_key UNIQUE (name);
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.policy_tables
    ADD CONSTRAINT policy_tables_pkey PRIMARY KEY (policy_digest, name_digest);
ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_policy_id_identity_digest_key UNIQUE (policy_id, identity_digest);
ALTER TABLE ONLY public.schema_batches
    ADD CONSTRAINT schema_batches_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.schema_history
    ADD CONSTRAINT schema_history_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.schema_statements
    ADD CONSTRAINT schema_statements_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.servers
    ADD CONSTRAINT servers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.settings
    ADD CONSTRAINT settings_pkey PRIMARY KEY (name);
CREATE INDEX changes_by_entity ON public.changes USING hash (entity_id);
CREATE INDEX commits_by_batch ON public.commits USING btree (batch);
CREATE INDEX policy_tables_by_name ON public.policy_tables USING hash (name);
CREATE INDEX rules_by_head_table ON public.rules USING spgist (head_table);
ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_revision_fkey FOREIGN KEY (revision) REFERENCES public.commits(revision) ON DELETE RESTRICT;
ALTER TABLE ONLY public.data_source_rows
    ADD CONSTRAINT data_source_rows_data_source_id_table_name_fkey FOREIGN KEY (data_source_id, table_name) REFERENCES public.data_source_tables(data_source_id, name) ON DELETE RESTRICT;
ALTER TABLE ONLY public.data_source_tables
    ADD CONSTRAINT data_source_tables_data_source_id_fkey FOREIGN KEY (data_source_id) REFERENCES public.data_sources(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.data_sources
    ADD CONSTRAINT data_sources_name_name_owner_fkey FOREIGN KEY (name, name_owner) REFERENCES public.names(name, owner) ON DELETE RESTRICT;
ALTER TABLE ONLY public.library_rules
    ADD CONSTRAINT library_rules_library_policy_id_fkey FOREIGN KEY (library_policy_id) REFERENCES public.library_policies(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_name_name_owner_fkey FOREIGN KEY (name, name_owner) REFERENCES public.names(name, owner) ON DELETE RESTRICT;
ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES public.policies(id) ON DELETE RESTRICT;
