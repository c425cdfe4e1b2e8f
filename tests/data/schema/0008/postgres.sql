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
    rules text NOT NULL COLLATE pg_catalog."C",
    created_revision bigint NOT NULL,
    created_index bigint NOT NULL,
    CONSTRAINT library_policies_kind_check CHECK ((kind = ANY (ARRAY['nonrecursive'::text, 'action'::text, 'database'::text, 'materialized'::text, 'datasource'::text, 'z3'::text])))
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
INSERT INTO public.changes VALUES (1, 0, 'policy', '01a224e6-4d37-74a6-93b6-67114bedf4a2', NULL, '{"id":"01a224e6-4d37-74a6-93b6-67114bedf4a2","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}');
INSERT INTO public.changes VALUES (1, 1, 'policy', '01a224e6-4d37-74a6-93b6-6712b8fb7878', NULL, '{"id":"01a224e6-4d37-74a6-93b6-6712b8fb7878","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}');
INSERT INTO public.changes VALUES (2, 0, 'policy', '01a224e6-5034-742c-a474-7fa45bee7d29', NULL, '{"id":"01a224e6-5034-742c-a474-7fa45bee7d29","name":"a_nonrecursive","abbreviation":"nonre","description":"nonrecursive \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":2,"index":0}}');
INSERT INTO public.changes VALUES (3, 0, 'policy', '01a224e6-50e7-7325-b05f-b71c81d4c0dc', NULL, '{"id":"01a224e6-50e7-7325-b05f-b71c81d4c0dc","name":"a_action","abbreviation":"actio","description":"action \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"action","created":{"revision":3,"index":0}}');
INSERT INTO public.changes VALUES (4, 0, 'policy', '01a224e6-51e3-72ec-aaa8-9d915d941ca8', NULL, '{"id":"01a224e6-51e3-72ec-aaa8-9d915d941ca8","name":"a_database","abbreviation":"datab","description":"database \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"database","created":{"revision":4,"index":0}}');
INSERT INTO public.changes VALUES (5, 0, 'policy', '01a224e6-52bc-749d-8b35-794ed5134766', NULL, '{"id":"01a224e6-52bc-749d-8b35-794ed5134766","name":"a_materialized","abbreviation":"mater","description":"materialized \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"materialized","created":{"revision":5,"index":0}}');
INSERT INTO public.changes VALUES (6, 0, 'policy', '01a224e6-5378-75f1-a40c-911eb2a4b11e', NULL, '{"id":"01a224e6-5378-75f1-a40c-911eb2a4b11e","name":"a_datasource","abbreviation":"datas","description":"datasource \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"datasource","created":{"revision":6,"index":0}}');
INSERT INTO public.changes VALUES (7, 0, 'policy', '01a224e6-543b-77b2-867a-89c8707ab86f', NULL, '{"id":"01a224e6-543b-77b2-867a-89c8707ab86f","name":"a_z3","abbreviation":"z3","description":"z3 \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"z3","created":{"revision":7,"index":0}}');
INSERT INTO public.changes VALUES (8, 0, 'policy', '01a224e6-54dc-72ce-be25-79eba2436693', NULL, '{"id":"01a224e6-54dc-72ce-be25-79eba2436693","name":"plain","abbreviation":"plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":8,"index":0}}');
INSERT INTO public.changes VALUES (9, 0, 'policy', '01a224e6-558e-7511-b2d5-b051863e3a62', NULL, '{"id":"01a224e6-558e-7511-b2d5-b051863e3a62","name":"Plain","abbreviation":"Plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":9,"index":0}}');
INSERT INTO public.changes VALUES (10, 0, 'policy', '01a224e6-5661-70e8-a96e-cf02d88b7ef0', NULL, '{"id":"01a224e6-5661-70e8-a96e-cf02d88b7ef0","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}');
INSERT INTO public.changes VALUES (11, 0, 'policy', '01a224e6-571b-704c-839e-2ef68de78e5c', NULL, '{"id":"01a224e6-571b-704c-839e-2ef68de78e5c","name":"with.dots","abbreviation":"with.","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":11,"index":0}}');
INSERT INTO public.changes VALUES (12, 0, 'table', 'plain:p', NULL, '{"policy":"plain","name":"p","columns":1,"created":{"revision":12,"index":0}}');
INSERT INTO public.changes VALUES (12, 1, 'rule', '01a224e6-57fe-7017-b220-ec240388d20f', NULL, '{"id":"01a224e6-57fe-7017-b220-ec240388d20f","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":12,"index":1}}');
INSERT INTO public.changes VALUES (13, 0, 'rule', '01a224e6-5918-72f7-8e70-d4867f887d3c', NULL, '{"id":"01a224e6-5918-72f7-8e70-d4867f887d3c","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"p(\"two\")","identity":"p(\"two\")","name":"two","comment":"said so","created":{"revision":13,"index":0}}');
INSERT INTO public.changes VALUES (14, 0, 'table', 'plain:q', NULL, '{"policy":"plain","name":"q","columns":1,"created":{"revision":14,"index":0}}');
INSERT INTO public.changes VALUES (14, 1, 'table', 'plain:r', NULL, '{"policy":"plain","name":"r","columns":1,"created":{"revision":14,"index":1}}');
INSERT INTO public.changes VALUES (14, 2, 'rule', '01a224e6-59bd-705b-b419-667eaa7fd9b9', NULL, '{"id":"01a224e6-59bd-705b-b419-667eaa7fd9b9","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"q(x) :- p(x), not r(x)","identity":"q(x) :- not r(x), p(x)","name":"a rule","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":14,"index":2}}');
INSERT INTO public.changes VALUES (15, 0, 'rule', '01a224e6-5ae8-7315-aa1b-ee7af95c7a1b', NULL, '{"id":"01a224e6-5ae8-7315-aa1b-ee7af95c7a1b","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"r(3)","identity":"r(3)","name":null,"comment":"","created":{"revision":15,"index":0}}');
INSERT INTO public.changes VALUES (16, 0, 'table', 'plain:s', NULL, '{"policy":"plain","name":"s","columns":2,"created":{"revision":16,"index":0}}');
INSERT INTO public.changes VALUES (16, 1, 'table', 'inventory:hosts', NULL, '{"policy":"inventory","name":"hosts","columns":2,"created":{"revision":16,"index":1}}');
INSERT INTO public.changes VALUES (16, 2, 'rule', '01a224e6-5bb7-7629-9411-f7ac8be6941f', NULL, '{"id":"01a224e6-5bb7-7629-9411-f7ac8be6941f","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"s(x, y) :- p(x), inventory:hosts(y, 1)","identity":"s(x, y) :- inventory:hosts(y, 1), p(x)","name":null,"comment":"","created":{"revision":16,"index":2}}');
INSERT INTO public.changes VALUES (17, 0, 'table', 'plain:inner', NULL, '{"policy":"plain","name":"inner","columns":2,"created":{"revision":17,"index":0}}');
INSERT INTO public.changes VALUES (17, 1, 'rule', '01a224e6-5cb0-70eb-a674-2de3f116b65b', NULL, '{"id":"01a224e6-5cb0-70eb-a674-2de3f116b65b","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"inner(x, z) :- s(x, y), s(y, z), not q(z)","identity":"inner(x, z) :- not q(z), s(x, y), s(y, z)","name":null,"comment":"","created":{"revision":17,"index":1}}');
INSERT INTO public.changes VALUES (18, 0, 'rule', '01a224e6-5d87-711f-b3f2-84f3c3d5dc00', NULL, '{"id":"01a224e6-5d87-711f-b3f2-84f3c3d5dc00","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"p(-9223372036854775808)","identity":"p(-9223372036854775808)","name":null,"comment":"","created":{"revision":18,"index":0}}');
INSERT INTO public.changes VALUES (19, 0, 'rule', '01a224e6-5e64-715b-9bf1-37cc43070285', NULL, '{"id":"01a224e6-5e64-715b-9bf1-37cc43070285","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"p(2.5)","identity":"p(2.5)","name":null,"comment":"","created":{"revision":19,"index":0}}');
INSERT INTO public.changes VALUES (20, 0, 'rule', '01a224e6-5f59-70c4-9856-795afba79e66', NULL, '{"id":"01a224e6-5f59-70c4-9856-795afba79e66","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"p(\"\u001a and 50% of it''s 中文 😀\")","identity":"p(\"\u001a and 50% of it''s 中文 😀\")","name":"odd \u001a","comment":"","created":{"revision":20,"index":0}}');
INSERT INTO public.changes VALUES (21, 0, 'table', 'plain:long', NULL, '{"policy":"plain","name":"long","columns":40,"created":{"revision":21,"index":0}}');
INSERT INTO public.changes VALUES (37, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}', NULL);
INSERT INTO public.changes VALUES (38, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":38,"index":0}}');
INSERT INTO public.changes VALUES (21, 1, 'rule', '01a224e6-5fdb-775a-8615-73f6fdf06986', NULL, '{"id":"01a224e6-5fdb-775a-8615-73f6fdf06986","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","identity":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","name":null,"comment":"","created":{"revision":21,"index":1}}');
INSERT INTO public.changes VALUES (22, 0, 'table', 'plain:safe', NULL, '{"policy":"plain","name":"safe","columns":1,"created":{"revision":22,"index":0}}');
INSERT INTO public.changes VALUES (22, 1, 'table', 'Plain:p', NULL, '{"policy":"Plain","name":"p","columns":1,"created":{"revision":22,"index":1}}');
INSERT INTO public.changes VALUES (22, 2, 'rule', '01a224e6-6110-70c0-ac3f-2684f004b06e', NULL, '{"id":"01a224e6-6110-70c0-ac3f-2684f004b06e","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"safe(x) :- Plain:p(x)","identity":"safe(x) :- Plain:p(x)","name":null,"comment":"","created":{"revision":22,"index":2}}');
INSERT INTO public.changes VALUES (23, 0, 'table', 'plain:lower', NULL, '{"policy":"plain","name":"lower","columns":1,"created":{"revision":23,"index":0}}');
INSERT INTO public.changes VALUES (23, 1, 'rule', '01a224e6-6240-705a-8e35-78261558e0cb', NULL, '{"id":"01a224e6-6240-705a-8e35-78261558e0cb","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"lower(x) :- p(x), builtin:lt(x, 3)","identity":"lower(x) :- builtin:lt(x, 3), p(x)","name":null,"comment":"","created":{"revision":23,"index":1}}');
INSERT INTO public.changes VALUES (24, 0, 'table', 'plain:nul', NULL, '{"policy":"plain","name":"nul","columns":1,"created":{"revision":24,"index":0}}');
INSERT INTO public.changes VALUES (24, 1, 'rule', '01a224e6-634b-76ce-bfe4-5c0e326c5e72', NULL, '{"id":"01a224e6-634b-76ce-bfe4-5c0e326c5e72","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"nul(\"a\\u0000b\u0000\")","identity":"nul(\"a\\u0000b\u0000\")","name":null,"comment":"","created":{"revision":24,"index":1}}');
INSERT INTO public.changes VALUES (25, 0, 'table', 'plain:P', NULL, '{"policy":"plain","name":"P","columns":1,"created":{"revision":25,"index":0}}');
INSERT INTO public.changes VALUES (25, 1, 'rule', '01a224e6-6440-73c8-9d1e-1465dc99ee9a', NULL, '{"id":"01a224e6-6440-73c8-9d1e-1465dc99ee9a","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"P(1)","identity":"P(1)","name":null,"comment":"","created":{"revision":25,"index":1}}');
INSERT INTO public.changes VALUES (26, 0, 'table', 'plain:none', NULL, '{"policy":"plain","name":"none","columns":0,"created":{"revision":26,"index":0}}');
INSERT INTO public.changes VALUES (26, 1, 'rule', '01a224e6-652f-71ea-ab7f-b3315a9a05c6', NULL, '{"id":"01a224e6-652f-71ea-ab7f-b3315a9a05c6","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"none()","identity":"none()","name":null,"comment":"","created":{"revision":26,"index":1}}');
INSERT INTO public.changes VALUES (27, 0, 'rule', '01a224e6-65e9-75e7-a460-310a64c2ab7d', NULL, '{"id":"01a224e6-65e9-75e7-a460-310a64c2ab7d","policy":"01a224e6-558e-7511-b2d5-b051863e3a62","text":"p(1)","identity":"p(1)","name":"n","comment":"c","created":{"revision":27,"index":0}}');
INSERT INTO public.changes VALUES (28, 0, 'rule', '01a224e6-66d9-7386-9f99-92de11dfe2c9', NULL, '{"id":"01a224e6-66d9-7386-9f99-92de11dfe2c9","policy":"01a224e6-558e-7511-b2d5-b051863e3a62","text":"p(2)","identity":"p(2)","name":"n","comment":"c","created":{"revision":28,"index":0}}');
INSERT INTO public.changes VALUES (29, 0, 'table', 'Plain:e', NULL, '{"policy":"Plain","name":"e","columns":1,"created":{"revision":29,"index":0}}');
INSERT INTO public.changes VALUES (29, 1, 'rule', '01a224e6-6772-7476-8c89-c1f9ec12d79a', NULL, '{"id":"01a224e6-6772-7476-8c89-c1f9ec12d79a","policy":"01a224e6-558e-7511-b2d5-b051863e3a62","text":"e(x) :- plain:q(x)","identity":"e(x) :- plain:q(x)","name":"n","comment":"c","created":{"revision":29,"index":1}}');
INSERT INTO public.changes VALUES (30, 0, 'table', 'a_action:p', NULL, '{"policy":"a_action","name":"p","columns":1,"created":{"revision":30,"index":0}}');
INSERT INTO public.changes VALUES (30, 1, 'rule', '01a224e6-6829-7721-ad5e-0fd37fda86b5', NULL, '{"id":"01a224e6-6829-7721-ad5e-0fd37fda86b5","policy":"01a224e6-50e7-7325-b05f-b71c81d4c0dc","text":"execute[nova:disconnect(x)] :- p(x)","identity":"execute[nova:disconnect(x)] :- p(x)","name":null,"comment":"","created":{"revision":30,"index":1}}');
INSERT INTO public.changes VALUES (31, 0, 'table', 'a_action:disconnect', NULL, '{"policy":"a_action","name":"disconnect","columns":1,"created":{"revision":31,"index":0}}');
INSERT INTO public.changes VALUES (31, 1, 'rule', '01a224e6-68f0-73b9-854b-0485bb91c26a', NULL, '{"id":"01a224e6-68f0-73b9-854b-0485bb91c26a","policy":"01a224e6-50e7-7325-b05f-b71c81d4c0dc","text":"disconnect(x) :- p(x)","identity":"disconnect(x) :- p(x)","name":null,"comment":"","created":{"revision":31,"index":1}}');
INSERT INTO public.changes VALUES (32, 0, 'table', 'going:gone', NULL, '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}');
INSERT INTO public.changes VALUES (32, 1, 'rule', '01a224e6-699d-707f-8eca-e64b32016999', NULL, '{"id":"01a224e6-699d-707f-8eca-e64b32016999","policy":"01a224e6-5661-70e8-a96e-cf02d88b7ef0","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}');
INSERT INTO public.changes VALUES (33, 0, 'table', 'with.dots:u', NULL, '{"policy":"with.dots","name":"u","columns":1,"created":{"revision":33,"index":0}}');
INSERT INTO public.changes VALUES (33, 1, 'rule', '01a224e6-6a49-74ad-aa2c-d8f905f7a9c5', NULL, '{"id":"01a224e6-6a49-74ad-aa2c-d8f905f7a9c5","policy":"01a224e6-571b-704c-839e-2ef68de78e5c","text":"u(\"中\")","identity":"u(\"中\")","name":null,"comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":33,"index":1}}');
INSERT INTO public.changes VALUES (34, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}');
INSERT INTO public.changes VALUES (34, 1, 'rule', '01a224e6-6b05-72fa-b6fc-194229d17c73', NULL, '{"id":"01a224e6-6b05-72fa-b6fc-194229d17c73","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}');
INSERT INTO public.changes VALUES (35, 0, 'rule', '01a224e6-6b05-72fa-b6fc-194229d17c73', '{"id":"01a224e6-6b05-72fa-b6fc-194229d17c73","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}', NULL);
INSERT INTO public.changes VALUES (35, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}', NULL);
INSERT INTO public.changes VALUES (36, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}');
INSERT INTO public.changes VALUES (36, 1, 'rule', '01a224e6-6c57-73fe-bae7-2eeccc9ec764', NULL, '{"id":"01a224e6-6c57-73fe-bae7-2eeccc9ec764","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}');
INSERT INTO public.changes VALUES (37, 0, 'rule', '01a224e6-6c57-73fe-bae7-2eeccc9ec764', '{"id":"01a224e6-6c57-73fe-bae7-2eeccc9ec764","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}', NULL);
INSERT INTO public.changes VALUES (38, 1, 'rule', '01a224e6-6de1-712b-a160-8deeb5e37716', NULL, '{"id":"01a224e6-6de1-712b-a160-8deeb5e37716","policy":"01a224e6-54dc-72ce-be25-79eba2436693","text":"out(1)","identity":"out(1)","name":null,"comment":"","created":{"revision":38,"index":1}}');
INSERT INTO public.changes VALUES (39, 0, 'rule', '01a224e6-699d-707f-8eca-e64b32016999', '{"id":"01a224e6-699d-707f-8eca-e64b32016999","policy":"01a224e6-5661-70e8-a96e-cf02d88b7ef0","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}', NULL);
INSERT INTO public.changes VALUES (39, 1, 'table', 'going:gone', '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}', NULL);
INSERT INTO public.changes VALUES (40, 0, 'policy', '01a224e6-5661-70e8-a96e-cf02d88b7ef0', '{"id":"01a224e6-5661-70e8-a96e-cf02d88b7ef0","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}', NULL);
INSERT INTO public.changes VALUES (41, 0, 'library_policy', '01a224e6-6ff6-713e-8c90-9d0fa21c7931', NULL, '{"id":"01a224e6-6ff6-713e-8c90-9d0fa21c7931","name":"empty","abbreviation":"empty","description":"","kind":"nonrecursive","rules":[],"created":{"revision":41,"index":0}}');
INSERT INTO public.changes VALUES (42, 0, 'library_policy', '01a224e6-708d-73ee-989b-cb950439a110', NULL, '{"id":"01a224e6-708d-73ee-989b-cb950439a110","name":"plain","abbreviation":"pl","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","kind":"action","rules":[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}],"created":{"revision":42,"index":0}}');
INSERT INTO public.changes VALUES (43, 0, 'library_policy', '01a224e6-7133-7056-bd19-dde677c3c15b', NULL, '{"id":"01a224e6-7133-7056-bd19-dde677c3c15b","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (44, 0, 'library_policy', '01a224e6-722e-714b-a411-01beb3ca3363', NULL, '{"id":"01a224e6-722e-714b-a411-01beb3ca3363","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}');
INSERT INTO public.changes VALUES (45, 0, 'library_policy', '01a224e6-7314-74d7-be26-e32f0c1e9945', NULL, '{"id":"01a224e6-7314-74d7-be26-e32f0c1e9945","name":"many","abbreviation":"many","description":"many","kind":"nonrecursive","rules":[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}],"created":{"revision":45,"index":0}}');
INSERT INTO public.changes VALUES (46, 0, 'library_policy', '01a224e6-7133-7056-bd19-dde677c3c15b', '{"id":"01a224e6-7133-7056-bd19-dde677c3c15b","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}', '{"id":"01a224e6-7133-7056-bd19-dde677c3c15b","name":"anew","abbreviation":"new","description":"put","kind":"database","rules":[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (47, 0, 'library_policy', '01a224e6-722e-714b-a411-01beb3ca3363', '{"id":"01a224e6-722e-714b-a411-01beb3ca3363","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}', NULL);
INSERT INTO public.changes VALUES (48, 0, 'policy', '01a224e6-75d0-75d5-8622-949060b643e8', NULL, '{"id":"01a224e6-75d0-75d5-8622-949060b643e8","name":"many","abbreviation":"many","description":"many","owner":"user","kind":"nonrecursive","created":{"revision":48,"index":0}}');
INSERT INTO public.changes VALUES (48, 1, 'table', 'many:p', NULL, '{"policy":"many","name":"p","columns":1,"created":{"revision":48,"index":1}}');
INSERT INTO public.changes VALUES (48, 2, 'rule', '01a224e6-75d0-75d5-8622-9491a56b6553', NULL, '{"id":"01a224e6-75d0-75d5-8622-9491a56b6553","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(0)","identity":"p(0)","name":"0","comment":"","created":{"revision":48,"index":2}}');
INSERT INTO public.changes VALUES (48, 3, 'rule', '01a224e6-75d0-75d5-8622-94928423257d', NULL, '{"id":"01a224e6-75d0-75d5-8622-94928423257d","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(1)","identity":"p(1)","name":"1","comment":"","created":{"revision":48,"index":3}}');
INSERT INTO public.changes VALUES (48, 4, 'rule', '01a224e6-75d0-75d5-8622-94939ce63ff1', NULL, '{"id":"01a224e6-75d0-75d5-8622-94939ce63ff1","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(2)","identity":"p(2)","name":"2","comment":"","created":{"revision":48,"index":4}}');
INSERT INTO public.changes VALUES (48, 5, 'rule', '01a224e6-75d0-75d5-8622-9494dbac679e', NULL, '{"id":"01a224e6-75d0-75d5-8622-9494dbac679e","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(3)","identity":"p(3)","name":"3","comment":"","created":{"revision":48,"index":5}}');
INSERT INTO public.changes VALUES (48, 6, 'rule', '01a224e6-75d0-75d5-8622-949506ed969d', NULL, '{"id":"01a224e6-75d0-75d5-8622-949506ed969d","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(4)","identity":"p(4)","name":"4","comment":"","created":{"revision":48,"index":6}}');
INSERT INTO public.changes VALUES (48, 7, 'rule', '01a224e6-75d0-75d5-8622-9496fc3f7668', NULL, '{"id":"01a224e6-75d0-75d5-8622-9496fc3f7668","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(5)","identity":"p(5)","name":"5","comment":"","created":{"revision":48,"index":7}}');
INSERT INTO public.changes VALUES (48, 8, 'rule', '01a224e6-75d0-75d5-8622-94974d06976e', NULL, '{"id":"01a224e6-75d0-75d5-8622-94974d06976e","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(6)","identity":"p(6)","name":"6","comment":"","created":{"revision":48,"index":8}}');
INSERT INTO public.changes VALUES (48, 9, 'rule', '01a224e6-75d0-75d5-8622-9498fb8c6d9c', NULL, '{"id":"01a224e6-75d0-75d5-8622-9498fb8c6d9c","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(7)","identity":"p(7)","name":"7","comment":"","created":{"revision":48,"index":9}}');
INSERT INTO public.changes VALUES (48, 10, 'rule', '01a224e6-75d0-75d5-8622-949993cdb33b', NULL, '{"id":"01a224e6-75d0-75d5-8622-949993cdb33b","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(8)","identity":"p(8)","name":"8","comment":"","created":{"revision":48,"index":10}}');
INSERT INTO public.changes VALUES (48, 11, 'rule', '01a224e6-75d0-75d5-8622-949a06dfb9a2', NULL, '{"id":"01a224e6-75d0-75d5-8622-949a06dfb9a2","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(9)","identity":"p(9)","name":"9","comment":"","created":{"revision":48,"index":11}}');
INSERT INTO public.changes VALUES (48, 12, 'rule', '01a224e6-75d0-75d5-8622-949b683cba59', NULL, '{"id":"01a224e6-75d0-75d5-8622-949b683cba59","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(10)","identity":"p(10)","name":"10","comment":"","created":{"revision":48,"index":12}}');
INSERT INTO public.changes VALUES (48, 13, 'rule', '01a224e6-75d0-75d5-8622-949c3535dcae', NULL, '{"id":"01a224e6-75d0-75d5-8622-949c3535dcae","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(11)","identity":"p(11)","name":"11","comment":"","created":{"revision":48,"index":13}}');
INSERT INTO public.changes VALUES (48, 14, 'rule', '01a224e6-75d0-75d5-8622-949d5e2accdd', NULL, '{"id":"01a224e6-75d0-75d5-8622-949d5e2accdd","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(12)","identity":"p(12)","name":"12","comment":"","created":{"revision":48,"index":14}}');
INSERT INTO public.changes VALUES (48, 15, 'rule', '01a224e6-75d0-75d5-8622-949e957d25ed', NULL, '{"id":"01a224e6-75d0-75d5-8622-949e957d25ed","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(13)","identity":"p(13)","name":"13","comment":"","created":{"revision":48,"index":15}}');
INSERT INTO public.changes VALUES (48, 16, 'rule', '01a224e6-75d0-75d5-8622-949ff5a96ab5', NULL, '{"id":"01a224e6-75d0-75d5-8622-949ff5a96ab5","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(14)","identity":"p(14)","name":"14","comment":"","created":{"revision":48,"index":16}}');
INSERT INTO public.changes VALUES (48, 17, 'rule', '01a224e6-75d0-75d5-8622-94a0e7fd434c', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a0e7fd434c","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(15)","identity":"p(15)","name":"15","comment":"","created":{"revision":48,"index":17}}');
INSERT INTO public.changes VALUES (48, 18, 'rule', '01a224e6-75d0-75d5-8622-94a120f88723', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a120f88723","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(16)","identity":"p(16)","name":"16","comment":"","created":{"revision":48,"index":18}}');
INSERT INTO public.changes VALUES (48, 19, 'rule', '01a224e6-75d0-75d5-8622-94a29320dfdf', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a29320dfdf","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(17)","identity":"p(17)","name":"17","comment":"","created":{"revision":48,"index":19}}');
INSERT INTO public.changes VALUES (48, 20, 'rule', '01a224e6-75d0-75d5-8622-94a3302fd3d9', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a3302fd3d9","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(18)","identity":"p(18)","name":"18","comment":"","created":{"revision":48,"index":20}}');
INSERT INTO public.changes VALUES (48, 21, 'rule', '01a224e6-75d0-75d5-8622-94a435a10cd6', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a435a10cd6","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(19)","identity":"p(19)","name":"19","comment":"","created":{"revision":48,"index":21}}');
INSERT INTO public.changes VALUES (48, 22, 'rule', '01a224e6-75d0-75d5-8622-94a558943154', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a558943154","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(20)","identity":"p(20)","name":"20","comment":"","created":{"revision":48,"index":22}}');
INSERT INTO public.changes VALUES (48, 23, 'rule', '01a224e6-75d0-75d5-8622-94a645f948cc', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a645f948cc","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(21)","identity":"p(21)","name":"21","comment":"","created":{"revision":48,"index":23}}');
INSERT INTO public.changes VALUES (48, 24, 'rule', '01a224e6-75d0-75d5-8622-94a76337f747', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a76337f747","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(22)","identity":"p(22)","name":"22","comment":"","created":{"revision":48,"index":24}}');
INSERT INTO public.changes VALUES (48, 25, 'rule', '01a224e6-75d0-75d5-8622-94a8c77da38a', NULL, '{"id":"01a224e6-75d0-75d5-8622-94a8c77da38a","policy":"01a224e6-75d0-75d5-8622-949060b643e8","text":"p(23)","identity":"p(23)","name":"23","comment":"","created":{"revision":48,"index":25}}');
INSERT INTO public.changes VALUES (49, 0, 'data_source', '01a224e6-7a33-71eb-a125-27f1ce1022a7', NULL, '{"id":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"inventory","driver":"push","description":"what is where","type":null,"enabled":true,"config":{"description":"pushed"},"created":{"revision":49,"index":0}}');
INSERT INTO public.changes VALUES (50, 0, 'data_source', '01a224e6-7aed-72e1-9c21-7e565346a2e6', NULL, '{"id":"01a224e6-7aed-72e1-9c21-7e565346a2e6","name":"safe","driver":"vault","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","type":null,"enabled":true,"config":{"password":{"$sealed":"v1:lnVCQ+UFv9O4VzoiKp9TKEenxYfzSVwUlq8nnm99JRi4DjmWL2A5uPx2RuDw8AhBVVHiZPb6Lay4X1skGXV0QohNVViPfP3r0a0C1MkuEPSO8e+orBfKX9ozXUuLdOs7c8BccoG10TR8cQ=="},"url":"http://vault"},"created":{"revision":50,"index":0}}');
INSERT INTO public.changes VALUES (51, 0, 'data_source', '01a224e6-7bb9-74c4-a77e-020f3b34185d', NULL, '{"id":"01a224e6-7bb9-74c4-a77e-020f3b34185d","name":"off","driver":"vault","description":null,"type":null,"enabled":false,"config":{"password":{"$sealed":"v1:TjED4NbMkrpJJaHhAxaxjflYIck0dyysxkUFONQe9Z+aBMAPt7RTnbFK"},"url":"http://off"},"created":{"revision":51,"index":0}}');
INSERT INTO public.changes VALUES (52, 0, 'data_source', '01a224e6-7c9d-72a1-b314-865d6f5f47a9', NULL, '{"id":"01a224e6-7c9d-72a1-b314-865d6f5f47a9","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:S3DjJDcMTS7C0/7E0p3+c5wXCkD/7H6Q+ON2AejO6/5ST+cP/WzwaIHOtVFUTr0t4cyriA=="},"url":"http://gone"},"created":{"revision":52,"index":0}}');
INSERT INTO public.changes VALUES (53, 0, 'rows', '01a224e6-7a33-71eb-a125-27f1ce1022a7:hosts', NULL, '{"table":{"data_source":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"hosts","updates":1,"updated_at":1795915414972690,"created":{"revision":53,"index":0}},"rows":[[1.5,9223372036854775807],["",-1],["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1],["a",1],["b",2],["nul \u0000 \u001a1",1]]}');
INSERT INTO public.changes VALUES (54, 0, 'rows', '01a224e6-7a33-71eb-a125-27f1ce1022a7:Hosts', NULL, '{"table":{"data_source":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"Hosts","updates":1,"updated_at":1795915415336207,"created":{"revision":54,"index":0}},"rows":[["A"]]}');
INSERT INTO public.changes VALUES (55, 0, 'rows', '01a224e6-7a33-71eb-a125-27f1ce1022a7:emptied', NULL, '{"table":{"data_source":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"emptied","updates":1,"updated_at":1795915415643288,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}');
INSERT INTO public.changes VALUES (56, 0, 'rows', '01a224e6-7a33-71eb-a125-27f1ce1022a7:emptied', '{"table":{"data_source":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"emptied","updates":1,"updated_at":1795915415643288,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}', '{"table":{"data_source":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"emptied","updates":2,"updated_at":1795915415911768,"created":{"revision":55,"index":0}},"rows":[]}');
INSERT INTO public.changes VALUES (57, 0, 'rows', '01a224e6-7aed-72e1-9c21-7e565346a2e6:sealed', NULL, '{"table":{"data_source":"01a224e6-7aed-72e1-9c21-7e565346a2e6","name":"sealed","updates":1,"updated_at":1795915416164070,"created":{"revision":57,"index":0}},"rows":[["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"],["x"]]}');
INSERT INTO public.changes VALUES (58, 0, 'rows', '01a224e6-7c9d-72a1-b314-865d6f5f47a9:sealed', NULL, '{"table":{"data_source":"01a224e6-7c9d-72a1-b314-865d6f5f47a9","name":"sealed","updates":1,"updated_at":1795915416420553,"created":{"revision":58,"index":0}},"rows":[["y"]]}');
INSERT INTO public.changes VALUES (59, 0, 'rows', '01a224e6-7a33-71eb-a125-27f1ce1022a7:hosts', '{"table":{"data_source":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"hosts","updates":1,"updated_at":1795915414972690,"created":{"revision":53,"index":0}},"rows":[["b",2]]}', '{"table":{"data_source":"01a224e6-7a33-71eb-a125-27f1ce1022a7","name":"hosts","updates":2,"updated_at":1795915416730402,"created":{"revision":53,"index":0}},"rows":[["c",3]]}');
INSERT INTO public.changes VALUES (60, 0, 'rows', '01a224e6-7c9d-72a1-b314-865d6f5f47a9:sealed', '{"table":{"data_source":"01a224e6-7c9d-72a1-b314-865d6f5f47a9","name":"sealed","updates":1,"updated_at":1795915416420553,"created":{"revision":58,"index":0}},"rows":[["y"]]}', NULL);
INSERT INTO public.changes VALUES (60, 1, 'data_source', '01a224e6-7c9d-72a1-b314-865d6f5f47a9', '{"id":"01a224e6-7c9d-72a1-b314-865d6f5f47a9","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:VxLINQ86Aj2cFErT6HujSHP5JOkGvc5g9v4vDeMfnmcZg2hyNIKrun2Gq2Ezz5ll7rf1LQ=="},"url":"http://gone"},"created":{"revision":52,"index":0}}', NULL);
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
INSERT INTO public.changes VALUES (72, 0, 'data_source', '392042c0-803d-4535-9242-2f13e9aaa3f5', NULL, '{"id":"392042c0-803d-4535-9242-2f13e9aaa3f5","name":"fake","driver":"fake_datasource","description":"has a secret","type":null,"enabled":true,"config":{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:aiCKwh+bR0Wwl28GRUzYRL6yV7v5xZkLHgXtMok0Prao5CHfyRZ45bPJcrVnhnLr50cVV1NmzA=="},"poll_time":"3600","project_name":"admin","tenant_name":"admin","username":"admin"},"created":{"revision":72,"index":0}}');
INSERT INTO public.changes VALUES (73, 0, 'data_source', '4c294b62-7223-4d32-ab47-73f295b1bd87', NULL, '{"id":"4c294b62-7223-4d32-ab47-73f295b1bd87","name":"nova","driver":"nova","description":"unreachable nova","type":null,"enabled":true,"config":{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:DxBJa+5PVxBoj/y2BYxWrkEsvFFSmVDdnVoQFBSPOJrCn+b0ho10WA85Z88KJMvKajuou18="},"poll_time":"3600","project_name":"admin","username":"admin"},"created":{"revision":73,"index":0}}');
INSERT INTO public.changes VALUES (74, 0, 'data_source', '96f77bf2-ee87-4a13-b4f7-2ae7fa94b050', NULL, '{"id":"96f77bf2-ee87-4a13-b4f7-2ae7fa94b050","name":"nullcfg","driver":"doctor","description":null,"type":null,"enabled":true,"config":null,"created":{"revision":74,"index":0}}');
INSERT INTO public.changes VALUES (75, 0, 'rows', '7a32f3ca-019e-4f0f-8967-351942c712c8:events', NULL, '{"table":{"data_source":"7a32f3ca-019e-4f0f-8967-351942c712c8","name":"events","updates":1,"updated_at":1795915419404926,"created":{"revision":75,"index":0}},"rows":[["2016-02-22T11:48:55Z","compute.host.down","compute0","down","zabbix1","100"],["2016-02-22T11:48:55Z","compute.host.down","compute1","down","zabbix1","101"],["2016-02-22T11:48:55Z","compute.host.down","compute2","down","zabbix1","102"]]}');
INSERT INTO public.changes VALUES (76, 0, 'policy', '01a224e6-4d37-74a6-93b6-67114bedf4a2', '{"id":"01a224e6-4d37-74a6-93b6-67114bedf4a2","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}', NULL);
INSERT INTO public.changes VALUES (76, 1, 'policy', '343eade2-d6e4-4555-9d77-87122ae1abc7', NULL, '{"id":"343eade2-d6e4-4555-9d77-87122ae1abc7","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":76,"index":1}}');
INSERT INTO public.changes VALUES (77, 0, 'policy', '01a224e6-4d37-74a6-93b6-6712b8fb7878', '{"id":"01a224e6-4d37-74a6-93b6-6712b8fb7878","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}', NULL);
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
INSERT INTO public.changes VALUES (119, 0, 'policy', '01a224e6-a1bf-72c1-9178-8710430307df', NULL, '{"id":"01a224e6-a1bf-72c1-9178-8710430307df","name":"late","abbreviation":"late","description":"made by a server that had started again","owner":"user","kind":"nonrecursive","created":{"revision":119,"index":0}}');
INSERT INTO public.changes VALUES (120, 0, 'table', 'late:p', NULL, '{"policy":"late","name":"p","columns":1,"created":{"revision":120,"index":0}}');
INSERT INTO public.changes VALUES (120, 1, 'rule', '01a224e6-a322-724c-a849-09120bf29069', NULL, '{"id":"01a224e6-a322-724c-a849-09120bf29069","policy":"01a224e6-a1bf-72c1-9178-8710430307df","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":120,"index":1}}');
INSERT INTO public.commits VALUES (1, 1795915402572499, 'statehouse', '', '01a224e6-4d4c-74b3-8c4a-1ab35dce9762');
INSERT INTO public.commits VALUES (2, 1795915403316749, 'anonymous', 'req-98ec293b-4da6-4446-bc89-16ab7e898324', '01a224e6-5034-742c-a474-7fa522a95026');
INSERT INTO public.commits VALUES (3, 1795915403498429, 'anonymous', 'req-b5109f12-b79f-4046-9472-741fe7b1ecc0', '01a224e6-50ea-757d-80fe-157e2be905a0');
INSERT INTO public.commits VALUES (4, 1795915403768967, 'anonymous', 'req-83dd67ce-eb61-4cfe-aaae-a5c8718e5ea1', '01a224e6-51f8-7503-ac9b-bbaaccd83dc3');
INSERT INTO public.commits VALUES (5, 1795915403988228, 'anonymous', 'req-6a14a431-c845-4ebf-b235-1ac6882a8500', '01a224e6-52d4-70a3-9e77-55b252d8f0eb');
INSERT INTO public.commits VALUES (6, 1795915404156830, 'anonymous', 'req-830997ce-8f30-426f-a1cd-3a4a78534cdb', '01a224e6-537c-7454-a10d-7503c8ca53ae');
INSERT INTO public.commits VALUES (7, 1795915404351932, 'anonymous', 'req-4e7c1a77-e27f-4b16-93db-622602188c43', '01a224e6-543f-7261-8c28-440524c1117c');
INSERT INTO public.commits VALUES (8, 1795915404543010, 'anonymous', 'req-d8d6055a-d07c-46ac-a95d-8e6b5268845d', '01a224e6-54fe-747e-91a4-6830d04a6a10');
INSERT INTO public.commits VALUES (9, 1795915404705315, 'anonymous', 'req-06e5cc56-3a01-4b6a-a3d5-e25458a49a5c', '01a224e6-55a1-71fc-b4f3-1f3d3921be5b');
INSERT INTO public.commits VALUES (10, 1795915404928471, 'anonymous', 'req-b6d87590-6291-43ee-b739-1f8eb4b45394', '01a224e6-5680-748d-88a0-6dd670252d13');
INSERT INTO public.commits VALUES (11, 1795915405102078, 'anonymous', 'req-a57659f0-494e-4de3-9077-bba59323e5b1', '01a224e6-572e-706e-8815-0e7bc8906fb9');
INSERT INTO public.commits VALUES (12, 1795915405342315, 'anonymous', 'req-47f828d4-1fd4-43cb-971d-999c791a9a0c', '01a224e6-581e-7238-9c6b-ae8ae4b13cf7');
INSERT INTO public.commits VALUES (13, 1795915405605302, 'anonymous', 'req-e0191467-9f51-441e-865a-c5bae0ed7540', '01a224e6-5925-74ab-ab6d-db0fe56b7518');
INSERT INTO public.commits VALUES (14, 1795915405774566, 'anonymous', 'req-4fac6191-bc98-446e-944e-02af665a9445', '01a224e6-59ce-7509-9afa-f2b80841e5f9');
INSERT INTO public.commits VALUES (15, 1795915406071379, 'anonymous', 'req-d7da2079-4fb4-4b3e-84d7-fd307a6056a7', '01a224e6-5af7-7589-97f9-c29ea80371c2');
INSERT INTO public.commits VALUES (16, 1795915406292255, 'anonymous', 'req-c2cf18c7-0c9c-419e-8cdc-b293fcf9957d', '01a224e6-5bd4-70c9-b2c3-b1c10c9915c2');
INSERT INTO public.commits VALUES (17, 1795915406516319, 'anonymous', 'req-9ae774ad-410b-48af-adca-2584a16f1af6', '01a224e6-5cb4-7081-8e59-ddf828ecfa64');
INSERT INTO public.commits VALUES (18, 1795915406747426, 'anonymous', 'req-b62669ed-0ed4-4e3c-bd64-a7049141b077', '01a224e6-5d9b-7466-b58f-7b18decd013b');
INSERT INTO public.commits VALUES (19, 1795915406954419, 'anonymous', 'req-583cd150-4d86-4095-8475-19bd6c604dc0', '01a224e6-5e6a-77a7-a1e7-dcbb85c91451');
INSERT INTO public.commits VALUES (20, 1795915407193877, 'anonymous', 'req-c117dadf-5056-4085-aace-ec9b3feb2f93', '01a224e6-5f59-70c4-9856-795b375ed2f5');
INSERT INTO public.commits VALUES (21, 1795915407342004, 'anonymous', 'req-145fdca7-d838-4b56-aeef-e467ffa17625', '01a224e6-5fed-7490-a2e2-b002988dac55');
INSERT INTO public.commits VALUES (22, 1795915407674314, 'anonymous', 'req-3f7d6cfe-1010-458b-8890-cc585f9b5fc9', '01a224e6-613a-7014-805e-aea784375271');
INSERT INTO public.commits VALUES (23, 1795915407939543, 'anonymous', 'req-3dd83b5e-bc9a-4759-ade1-3a63bf8b0942', '01a224e6-6243-7217-8005-eb42dd4188c5');
INSERT INTO public.commits VALUES (24, 1795915408238573, 'anonymous', 'req-b0af4874-89d9-4de3-b599-9d29be60b351', '01a224e6-636e-759f-a967-50e213614e51');
INSERT INTO public.commits VALUES (25, 1795915408459277, 'anonymous', 'req-a344c2c8-9402-4788-8aff-08565ceddcd4', '01a224e6-644b-737c-b93c-3239d067d2d0');
INSERT INTO public.commits VALUES (26, 1795915408711751, 'anonymous', 'req-201d3ec6-ef31-436a-b8d1-ce40a0391fd8', '01a224e6-6547-77cf-b69a-15a9168af610');
INSERT INTO public.commits VALUES (27, 1795915408893066, 'anonymous', 'req-2ca57c07-35c2-4f67-8c0b-9b80fc45f54b', '01a224e6-65fd-7503-9055-9a314802d844');
INSERT INTO public.commits VALUES (28, 1795915409124076, 'anonymous', 'req-b87463fb-2682-434b-ad86-aacd7da4829f', '01a224e6-66e4-7187-a529-a9ab7769d9c8');
INSERT INTO public.commits VALUES (29, 1795915409284814, 'anonymous', 'req-1de7d2a5-29ea-4fde-a600-058d13f1de59', '01a224e6-6784-75de-8d61-9b66a444d483');
INSERT INTO public.commits VALUES (30, 1795915409480494, 'anonymous', 'req-e840b863-86f1-4617-9c83-91a92f85babc', '01a224e6-6848-73c2-9b48-39c332ae410c');
INSERT INTO public.commits VALUES (31, 1795915409650098, 'anonymous', 'req-8d85de02-5c72-4b42-b516-9edd5004609b', '01a224e6-68f2-75e5-a542-2c919fec75a9');
INSERT INTO public.commits VALUES (32, 1795915409831683, 'anonymous', 'req-e2cb6ebe-aaf7-41d2-92b1-fc18637d1b49', '01a224e6-69a7-72dc-afb0-b4301d303c94');
INSERT INTO public.commits VALUES (33, 1795915410025367, 'anonymous', 'req-82da5e4a-8f0a-4c5a-a3b8-3717010f3b0f', '01a224e6-6a69-718f-a163-bd5c7d17f221');
INSERT INTO public.commits VALUES (34, 1795915410194497, 'anonymous', 'req-926878ed-68cf-4bee-aa5a-a93248892734', '01a224e6-6b12-755e-a171-917a024d197d');
INSERT INTO public.commits VALUES (35, 1795915410376460, 'anonymous', 'req-c7ed2191-3491-4dd4-be8d-c5f5d8191f30', '01a224e6-6bc8-770b-8b0f-6f7f16764711');
INSERT INTO public.commits VALUES (36, 1795915410544130, 'anonymous', 'req-d6272826-cca9-4820-800f-21eaf78ac62b', '01a224e6-6c70-7724-acc6-9666d5b1c67a');
INSERT INTO public.commits VALUES (37, 1795915410779611, 'anonymous', 'req-1cc17e42-0bdf-41d4-b161-835648e8acc4', '01a224e6-6d5b-719a-947d-c5ea1ec7195d');
INSERT INTO public.commits VALUES (38, 1795915410916140, 'anonymous', 'req-b416038c-398b-4314-9c7c-5dd49d78c11f', '01a224e6-6de4-774c-9bf0-8050043a8c2b');
INSERT INTO public.commits VALUES (39, 1795915411154230, 'anonymous', 'req-b1e199ca-4dc8-4e04-b8c9-41a28d0e16e4', '01a224e6-6ed2-7359-9935-a79e181ca041');
INSERT INTO public.commits VALUES (40, 1795915411319225, 'anonymous', 'req-8056d131-ba84-4073-ba02-65908f49c0e0', '01a224e6-6f77-732a-ac42-f089630ad67e');
INSERT INTO public.commits VALUES (41, 1795915411454576, 'anonymous', 'req-c3c5c5fa-5355-429d-8e46-1cf2362a1cf9', '01a224e6-6ffe-759d-8254-27c11fb96170');
INSERT INTO public.commits VALUES (42, 1795915411627306, 'anonymous', 'req-b882c940-e84f-4bd4-8001-7cb93a6c4074', '01a224e6-70ab-7145-9698-e885469f7f46');
INSERT INTO public.commits VALUES (43, 1795915411777715, 'anonymous', 'req-bd4a7a59-790b-4408-aa51-98bcd4f6d4ca', '01a224e6-7141-7273-9d95-819b6ca4a0ee');
INSERT INTO public.commits VALUES (44, 1795915412050568, 'anonymous', 'req-bce0a7a3-22a6-4b9d-ad0e-559f693043d6', '01a224e6-7252-7625-847f-660472ae6db9');
INSERT INTO public.commits VALUES (45, 1795915412268939, 'anonymous', 'req-8e1c5693-fdfa-42cc-9e9a-54e10134e5da', '01a224e6-732c-72e0-953e-595ad31238bc');
INSERT INTO public.commits VALUES (46, 1795915412480784, 'anonymous', 'req-38237abd-8f27-44a9-8831-b754a2178879', '01a224e6-7400-7504-92bd-8a6357f7957a');
INSERT INTO public.commits VALUES (47, 1795915412741222, 'anonymous', 'req-9f0ea259-a917-469f-902c-0eb5c5e36472', '01a224e6-7505-7534-9400-e0ef1f3600df');
INSERT INTO public.commits VALUES (48, 1795915412987849, 'anonymous', 'req-477e1c31-9f49-4c75-8409-d2ac20a0c8d3', '01a224e6-75fb-7134-8517-087323d65f3f');
INSERT INTO public.commits VALUES (49, 1795915414072162, 'anonymous', 'req-447df416-361e-431b-b71c-d95b5e7a610a', '01a224e6-7a38-7332-a0b1-ca69c1c848d5');
INSERT INTO public.commits VALUES (50, 1795915414281501, 'anonymous', 'req-cd5a4777-fb51-45ae-a823-0272eabddcac', '01a224e6-7b09-71d4-8e4e-7c1578ec6677');
INSERT INTO public.commits VALUES (51, 1795915414476495, 'anonymous', 'req-34c69654-88f7-4024-aca6-32851cd0d0ff', '01a224e6-7bcc-75ce-9ba0-24f5d14bf77f');
INSERT INTO public.commits VALUES (52, 1795915414714541, 'anonymous', 'req-94ecd712-7d63-4123-b969-c03eb8b11281', '01a224e6-7cba-72cc-b76a-61cad9302c32');
INSERT INTO public.commits VALUES (53, 1795915414972690, 'anonymous', 'req-b66adc5b-2cac-4071-91bb-ebc574975e0c', '01a224e6-7dbc-7365-ac7b-268ee0ddc726');
INSERT INTO public.commits VALUES (54, 1795915415336207, 'anonymous', 'req-a067de47-58e7-4f44-a3ce-1860e83617ef', '01a224e6-7f28-7466-a824-3cd83e268f0e');
INSERT INTO public.commits VALUES (55, 1795915415643288, 'anonymous', 'req-b13ef2d5-409d-4d93-ab0a-7c29949357ec', '01a224e6-805b-728e-907f-0abb11f636f4');
INSERT INTO public.commits VALUES (56, 1795915415911768, 'anonymous', 'req-465e1192-62a6-41a9-81a5-f6ba0ebb76bd', '01a224e6-8167-729d-aa09-e9b0575632a8');
INSERT INTO public.commits VALUES (57, 1795915416164070, 'anonymous', 'req-b3eba67b-a206-46a6-bf55-f95e3ae7e4f3', '01a224e6-8264-7713-9066-75f949aaf58f');
INSERT INTO public.commits VALUES (58, 1795915416420553, 'anonymous', 'req-3a33b0d5-d4fa-4a28-91c6-a75f095e58c5', '01a224e6-8364-70cb-aaf5-fbfa3c28d7e2');
INSERT INTO public.commits VALUES (59, 1795915416730402, 'anonymous', 'req-ecbf4e66-5ea8-43a0-b0f8-7b40b22f9470', '01a224e6-849a-7369-b71f-aabbba7b86fc');
INSERT INTO public.commits VALUES (60, 1795915416956212, 'anonymous', 'req-f8479c95-bb5b-4463-8aba-6650f66a88f5', '01a224e6-857c-7221-991a-27597133b192');
INSERT INTO public.commits VALUES (61, 1795915419404926, 'congress-import', 'congress deleted policy created 2026-11-22T08:56:49.025524Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (62, 1795915419404926, 'congress-import', 'congress deleted rule created 2026-11-22T08:56:49.020341Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (63, 1795915419404926, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.322042Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (64, 1795915419404926, 'congress-import', 'congress deleted rule created 2026-11-22T08:56:49.020351Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (65, 1795915419404926, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.323950Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (66, 1795915419404926, 'congress-import', 'congress deleted policy deleted 2026-11-22T08:57:00.328245Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (67, 1795915419404926, 'congress-import', 'congress library policy kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (68, 1795915419404926, 'congress-import', 'congress library policy kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (69, 1795915419404926, 'congress-import', 'congress library policy kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (70, 1795915419404926, 'congress-import', 'congress data source kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (71, 1795915419404926, 'congress-import', 'congress data source kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (72, 1795915419404926, 'congress-import', 'congress data source kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (73, 1795915419404926, 'congress-import', 'congress data source kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (74, 1795915419404926, 'congress-import', 'congress data source kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (75, 1795915419404926, 'congress-import', 'congress table kept', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (76, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:47.602664Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (77, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:47.622566Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (78, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:48.805808Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (79, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:48.841991Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (80, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:48.876093Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (81, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:48.914882Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (82, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:48.945001Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (83, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:56:48.986188Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (84, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:57:00.365332Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (85, 1795915419404926, 'congress-import', 'congress policy created 2026-11-22T08:57:00.609271Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (86, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989904Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (87, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989914Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (88, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989918Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (89, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.059165Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (90, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.155591Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (91, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.215454Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (92, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.248223Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (93, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.281446Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (94, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.326766Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (95, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.371105Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (96, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.414547Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (97, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:49.454358Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (98, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.522003Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (99, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.568162Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (100, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.603661Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (101, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.642655Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (102, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.680934Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (103, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.714496Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (104, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.749357Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (105, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.783511Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (106, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.818983Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (107, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.853015Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (108, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.887712Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (109, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.921101Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (110, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:54.953374Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (111, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:56:55.095947Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (112, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:57:00.145920Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (113, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:57:00.183374Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (114, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:57:00.282354Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (115, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:57:00.588752Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (116, 1795915419404926, 'congress-import', 'congress rule created 2026-11-22T08:57:00.588762Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (117, 1795915419404926, 'congress-import', 'congress deleted rule created 2026-11-22T08:57:00.215521Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (118, 1795915419404926, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.241556Z', '01a224e6-8f0c-77c2-aad5-cb04f730efb3');
INSERT INTO public.commits VALUES (119, 1795915424195172, 'anonymous', 'req-91ecc36e-78c8-4f66-a4e6-d657a800d837', '01a224e6-a1c3-7003-8391-0dd1b80ed0d8');
INSERT INTO public.commits VALUES (120, 1795915424548284, 'anonymous', 'req-aa57552c-fce1-4051-9833-860bee40890f', '01a224e6-a324-7645-9936-712d18d17f7e');
INSERT INTO public.data_source_rows VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'hosts', '[1.5,9223372036854775807]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'hosts', '["",-1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'hosts', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'hosts', '["a",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'hosts', '["nul \u0000 \u001a1",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'Hosts', '["A"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7aed-72e1-9c21-7e565346a2e6', 'sealed', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7aed-72e1-9c21-7e565346a2e6', 'sealed', '["x"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'hosts', '["c",3]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute0","down","zabbix1","100"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute1","down","zabbix1","101"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute2","down","zabbix1","102"]', DEFAULT);
INSERT INTO public.data_source_tables VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'Hosts', 1, 1795915415336207, 54, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'emptied', 2, 1795915415911768, 55, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e6-7aed-72e1-9c21-7e565346a2e6', 'sealed', 1, 1795915416164070, 57, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'hosts', 2, 1795915416730402, 53, 0);
INSERT INTO public.data_source_tables VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', 1, 1795915419404926, 75, 0);
INSERT INTO public.data_sources VALUES ('01a224e6-7a33-71eb-a125-27f1ce1022a7', 'inventory', 'data_source', 'push', 'what is where', NULL, true, '{"description":"pushed"}', 49, 0);
INSERT INTO public.data_sources VALUES ('01a224e6-7aed-72e1-9c21-7e565346a2e6', 'safe', 'data_source', 'vault', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', NULL, true, '{"password":{"$sealed":"v1:7fv5smJyeTc9/2Ex89WOlkXXqDxCTLW4dKvvJhugLHVYHw6iLM4wR3SDBlh4omGs/YOgCERvRyzbj+E30QIRNjcq7e7z4j0ABDcNBmFPo/UBLP6mgmIWJf8EmKbN8K/Xvs25x2bIUgz/Pg=="},"url":"http://vault"}', 50, 0);
INSERT INTO public.data_sources VALUES ('01a224e6-7bb9-74c4-a77e-020f3b34185d', 'off', 'data_source', 'vault', NULL, NULL, false, '{"password":{"$sealed":"v1:/6RKuTXPOfKmQYeMCdrq3OhgXZeYDTAu3VFAQegx6dPKKqCev49fzKcw"},"url":"http://off"}', 51, 0);
INSERT INTO public.data_sources VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'doc', 'data_source', 'doctor', 'the doctor', NULL, true, '{"persist_data":true}', 70, 0);
INSERT INTO public.data_sources VALUES ('3642d2bd-ab50-41fa-8f49-d987cf67f461', 'pushed', 'data_source', 'push', NULL, NULL, true, '{"description":"pushed","persist_data":true}', 71, 0);
INSERT INTO public.data_sources VALUES ('392042c0-803d-4535-9242-2f13e9aaa3f5', 'fake', 'data_source', 'fake_datasource', 'has a secret', NULL, true, '{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:vID2jUYOqm6CfLmzpoOTfaKeaEVJwMiyxZbPCqPanVKw49UdVzOBu7H2uGmBmu2gxy2EyeVnVw=="},"poll_time":"3600","project_name":"admin","tenant_name":"admin","username":"admin"}', 72, 0);
INSERT INTO public.data_sources VALUES ('4c294b62-7223-4d32-ab47-73f295b1bd87', 'nova', 'data_source', 'nova', 'unreachable nova', NULL, true, '{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:lBmnY0VIwZkcjDxPTBfzXN2nz5mAtowRQjA5dt2Txuwgl9GBJrLc9C0Xz8AMx5ntXJcxzNs="},"poll_time":"3600","project_name":"admin","username":"admin"}', 73, 0);
INSERT INTO public.data_sources VALUES ('96f77bf2-ee87-4a13-b4f7-2ae7fa94b050', 'nullcfg', 'data_source', 'doctor', NULL, NULL, true, NULL, 74, 0);
INSERT INTO public.head VALUES (1, 120);
INSERT INTO public.library_policies VALUES ('01a224e6-6ff6-713e-8c90-9d0fa21c7931', 'empty', 'empty', '', 'nonrecursive', '[]', 41, 0);
INSERT INTO public.library_policies VALUES ('01a224e6-708d-73ee-989b-cb950439a110', 'plain', 'pl', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'action', '[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}]', 42, 0);
INSERT INTO public.library_policies VALUES ('01a224e6-7314-74d7-be26-e32f0c1e9945', 'many', 'many', 'many', 'nonrecursive', '[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}]', 45, 0);
INSERT INTO public.library_policies VALUES ('01a224e6-7133-7056-bd19-dde677c3c15b', 'anew', 'new', 'put', 'database', '[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}]', 43, 0);
INSERT INTO public.library_policies VALUES ('1390e9a1-512d-40a3-b37c-8bab2a2d9caf', 'BadFlavors', 'BadFl', 'Error on any server using a flavor that is not permitted', 'nonrecursive', '[{"rule":"permitted_flavor(''m1.tiny'')","comment":"User should customize this.  Permitted flavors."},{"rule":"permitted_flavor(''m1.large'')","comment":"User should customize this.  Permitted flavors."},{"rule":"server_with_bad_flavor(id) :- nova:servers(id=id,flavor_id=flavor_id), nova:flavors(id=flavor_id, name=flavor), not permitted_flavor(flavor)\n"},{"rule":"error(id) :- server_with_bad_flavor(id)"}]', 67, 0);
INSERT INTO public.library_policies VALUES ('1f4a7524-eab7-41c1-8fd1-13701f550d44', 'mylib', 'mylib', 'custom', 'nonrecursive', '[{"rule":"p(x) :- q(x)","name":"n","comment":"c"},{"rule":"q(1)"}]', 68, 0);
INSERT INTO public.library_policies VALUES ('78daca1f-a186-44d0-b481-339ed6a598b9', 'minlib', 'minli', '', 'nonrecursive', '[]', 69, 0);
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
INSERT INTO public.policies VALUES ('01a224e6-5034-742c-a474-7fa45bee7d29', 'a_nonrecursive', 'policy', 'nonre', 'nonrecursive "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 2, 0);
INSERT INTO public.policies VALUES ('01a224e6-50e7-7325-b05f-b71c81d4c0dc', 'a_action', 'policy', 'actio', 'action "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'action', 3, 0);
INSERT INTO public.policies VALUES ('01a224e6-51e3-72ec-aaa8-9d915d941ca8', 'a_database', 'policy', 'datab', 'database "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'database', 4, 0);
INSERT INTO public.policies VALUES ('01a224e6-52bc-749d-8b35-794ed5134766', 'a_materialized', 'policy', 'mater', 'materialized "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'materialized', 5, 0);
INSERT INTO public.policies VALUES ('01a224e6-5378-75f1-a40c-911eb2a4b11e', 'a_datasource', 'policy', 'datas', 'datasource "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'datasource', 6, 0);
INSERT INTO public.policies VALUES ('01a224e6-543b-77b2-867a-89c8707ab86f', 'a_z3', 'policy', 'z3', 'z3 "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'z3', 7, 0);
INSERT INTO public.policies VALUES ('01a224e6-54dc-72ce-be25-79eba2436693', 'plain', 'policy', 'plain', '', 'user', 'nonrecursive', 8, 0);
INSERT INTO public.policies VALUES ('01a224e6-558e-7511-b2d5-b051863e3a62', 'Plain', 'policy', 'Plain', '', 'user', 'nonrecursive', 9, 0);
INSERT INTO public.policies VALUES ('01a224e6-571b-704c-839e-2ef68de78e5c', 'with.dots', 'policy', 'with.', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 11, 0);
INSERT INTO public.policies VALUES ('01a224e6-75d0-75d5-8622-949060b643e8', 'many', 'policy', 'many', 'many', 'user', 'nonrecursive', 48, 0);
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
INSERT INTO public.policies VALUES ('01a224e6-a1bf-72c1-9178-8710430307df', 'late', 'policy', 'late', 'made by a server that had started again', 'user', 'nonrecursive', 119, 0);
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
INSERT INTO public.rules VALUES ('01a224e6-57fe-7017-b220-ec240388d20f', '01a224e6-54dc-72ce-be25-79eba2436693', 'p(1)', 'p(1)', NULL, '', 12, 1, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-5918-72f7-8e70-d4867f887d3c', '01a224e6-54dc-72ce-be25-79eba2436693', 'p("two")', 'p("two")', 'two', 'said so', 13, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-59bd-705b-b419-667eaa7fd9b9', '01a224e6-54dc-72ce-be25-79eba2436693', 'q(x) :- p(x), not r(x)', 'q(x) :- not r(x), p(x)', 'a rule', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 14, 2, DEFAULT, NULL, 'q');
INSERT INTO public.rules VALUES ('01a224e6-5ae8-7315-aa1b-ee7af95c7a1b', '01a224e6-54dc-72ce-be25-79eba2436693', 'r(3)', 'r(3)', NULL, '', 15, 0, DEFAULT, NULL, 'r');
INSERT INTO public.rules VALUES ('01a224e6-5bb7-7629-9411-f7ac8be6941f', '01a224e6-54dc-72ce-be25-79eba2436693', 's(x, y) :- p(x), inventory:hosts(y, 1)', 's(x, y) :- inventory:hosts(y, 1), p(x)', NULL, '', 16, 2, DEFAULT, NULL, 's');
INSERT INTO public.rules VALUES ('01a224e6-5cb0-70eb-a674-2de3f116b65b', '01a224e6-54dc-72ce-be25-79eba2436693', 'inner(x, z) :- s(x, y), s(y, z), not q(z)', 'inner(x, z) :- not q(z), s(x, y), s(y, z)', NULL, '', 17, 1, DEFAULT, NULL, 'inner');
INSERT INTO public.rules VALUES ('01a224e6-5d87-711f-b3f2-84f3c3d5dc00', '01a224e6-54dc-72ce-be25-79eba2436693', 'p(-9223372036854775808)', 'p(-9223372036854775808)', NULL, '', 18, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-5e64-715b-9bf1-37cc43070285', '01a224e6-54dc-72ce-be25-79eba2436693', 'p(2.5)', 'p(2.5)', NULL, '', 19, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-5f59-70c4-9856-795afba79e66', '01a224e6-54dc-72ce-be25-79eba2436693', 'p("1 and 50% of it''s 中文 😀")', 'p("1 and 50% of it''s 中文 😀")', 'odd 1', '', 20, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-5fdb-775a-8615-73f6fdf06986', '01a224e6-54dc-72ce-be25-79eba2436693', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', NULL, '', 21, 1, DEFAULT, NULL, 'long');
INSERT INTO public.rules VALUES ('01a224e6-6110-70c0-ac3f-2684f004b06e', '01a224e6-54dc-72ce-be25-79eba2436693', 'safe(x) :- Plain:p(x)', 'safe(x) :- Plain:p(x)', NULL, '', 22, 2, DEFAULT, NULL, 'safe');
INSERT INTO public.rules VALUES ('01a224e6-6240-705a-8e35-78261558e0cb', '01a224e6-54dc-72ce-be25-79eba2436693', 'lower(x) :- p(x), builtin:lt(x, 3)', 'lower(x) :- builtin:lt(x, 3), p(x)', NULL, '', 23, 1, DEFAULT, NULL, 'lower');
INSERT INTO public.rules VALUES ('01a224e6-634b-76ce-bfe4-5c0e326c5e72', '01a224e6-54dc-72ce-be25-79eba2436693', 'nul("a\u0000b0")', 'nul("a\u0000b0")', NULL, '', 24, 1, DEFAULT, NULL, 'nul');
INSERT INTO public.rules VALUES ('01a224e6-6440-73c8-9d1e-1465dc99ee9a', '01a224e6-54dc-72ce-be25-79eba2436693', 'P(1)', 'P(1)', NULL, '', 25, 1, DEFAULT, NULL, 'P');
INSERT INTO public.rules VALUES ('01a224e6-652f-71ea-ab7f-b3315a9a05c6', '01a224e6-54dc-72ce-be25-79eba2436693', 'none()', 'none()', NULL, '', 26, 1, DEFAULT, NULL, 'none');
INSERT INTO public.rules VALUES ('01a224e6-65e9-75e7-a460-310a64c2ab7d', '01a224e6-558e-7511-b2d5-b051863e3a62', 'p(1)', 'p(1)', 'n', 'c', 27, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-66d9-7386-9f99-92de11dfe2c9', '01a224e6-558e-7511-b2d5-b051863e3a62', 'p(2)', 'p(2)', 'n', 'c', 28, 0, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-6772-7476-8c89-c1f9ec12d79a', '01a224e6-558e-7511-b2d5-b051863e3a62', 'e(x) :- plain:q(x)', 'e(x) :- plain:q(x)', 'n', 'c', 29, 1, DEFAULT, NULL, 'e');
INSERT INTO public.rules VALUES ('01a224e6-6829-7721-ad5e-0fd37fda86b5', '01a224e6-50e7-7325-b05f-b71c81d4c0dc', 'execute[nova:disconnect(x)] :- p(x)', 'execute[nova:disconnect(x)] :- p(x)', NULL, '', 30, 1, DEFAULT, NULL, 'nova:disconnect');
INSERT INTO public.rules VALUES ('01a224e6-68f0-73b9-854b-0485bb91c26a', '01a224e6-50e7-7325-b05f-b71c81d4c0dc', 'disconnect(x) :- p(x)', 'disconnect(x) :- p(x)', NULL, '', 31, 1, DEFAULT, NULL, 'disconnect');
INSERT INTO public.rules VALUES ('01a224e6-6a49-74ad-aa2c-d8f905f7a9c5', '01a224e6-571b-704c-839e-2ef68de78e5c', 'u("中")', 'u("中")', NULL, '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 33, 1, DEFAULT, NULL, 'u');
INSERT INTO public.rules VALUES ('01a224e6-6de1-712b-a160-8deeb5e37716', '01a224e6-54dc-72ce-be25-79eba2436693', 'out(1)', 'out(1)', NULL, '', 38, 1, DEFAULT, NULL, 'out');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-9491a56b6553', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(0)', 'p(0)', '0', '', 48, 2, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94928423257d', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(1)', 'p(1)', '1', '', 48, 3, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94939ce63ff1', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(2)', 'p(2)', '2', '', 48, 4, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-9494dbac679e', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(3)', 'p(3)', '3', '', 48, 5, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949506ed969d', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(4)', 'p(4)', '4', '', 48, 6, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-9496fc3f7668', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(5)', 'p(5)', '5', '', 48, 7, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94974d06976e', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(6)', 'p(6)', '6', '', 48, 8, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-9498fb8c6d9c', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(7)', 'p(7)', '7', '', 48, 9, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949993cdb33b', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(8)', 'p(8)', '8', '', 48, 10, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949a06dfb9a2', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(9)', 'p(9)', '9', '', 48, 11, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949b683cba59', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(10)', 'p(10)', '10', '', 48, 12, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949c3535dcae', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(11)', 'p(11)', '11', '', 48, 13, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949d5e2accdd', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(12)', 'p(12)', '12', '', 48, 14, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949e957d25ed', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(13)', 'p(13)', '13', '', 48, 15, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-949ff5a96ab5', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(14)', 'p(14)', '14', '', 48, 16, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a0e7fd434c', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(15)', 'p(15)', '15', '', 48, 17, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a120f88723', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(16)', 'p(16)', '16', '', 48, 18, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a29320dfdf', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(17)', 'p(17)', '17', '', 48, 19, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a3302fd3d9', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(18)', 'p(18)', '18', '', 48, 20, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a435a10cd6', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(19)', 'p(19)', '19', '', 48, 21, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a558943154', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(20)', 'p(20)', '20', '', 48, 22, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a645f948cc', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(21)', 'p(21)', '21', '', 48, 23, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a76337f747', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(22)', 'p(22)', '22', '', 48, 24, DEFAULT, NULL, 'p');
INSERT INTO public.rules VALUES ('01a224e6-75d0-75d5-8622-94a8c77da38a', '01a224e6-75d0-75d5-8622-949060b643e8', 'p(23)', 'p(23)', '23', '', 48, 25, DEFAULT, NULL, 'p');
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
INSERT INTO public.rules VALUES ('01a224e6-a322-724c-a849-09120bf29069', '01a224e6-a1bf-72c1-9178-8710430307df', 'p(1)', 'p(1)', NULL, '', 120, 1, DEFAULT, NULL, 'p');
INSERT INTO public.schema_history VALUES (1, 1, 'initial', 'up', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795915397213778, 'statehouse 0.1.0', 1303212, NULL);
INSERT INTO public.schema_history VALUES (2, 2, 'leases', 'up', '93a26cd7375644be1c4c7c534d6eb3bcb5eb0949deee625988b4643227502689', 1795915397626198, 'statehouse 0.1.0', 119986, NULL);
INSERT INTO public.schema_history VALUES (3, 3, 'log_start', 'up', '25a58ab848db9efbb961251caad9d0621e0bff8c6cad74efa899155b20624b1c', 1795915397908952, 'statehouse 0.1.0', 73649, NULL);
INSERT INTO public.schema_history VALUES (4, 4, 'servers', 'up', 'f6aae087533318612a3115c8447b8447e9e17affe91c8c577d7d6dd939da6a28', 1795915398220265, 'statehouse 0.1.0', 122721, NULL);
INSERT INTO public.schema_history VALUES (5, 5, 'disabled_rules', 'up', '3d91822445011d0e7e93ce7ff9ac04a883afe5e067ad9620c572a0c012e20ffe', 1795915398548726, 'statehouse 0.1.0', 55401, NULL);
INSERT INTO public.schema_history VALUES (6, 6, 'rule_head_table', 'up', 'e03d9177cac098d3eef6eb6bd143b07f6a058651ce9e6e6f1b2f2a13ef86993f', 1795915399191785, 'statehouse 0.1.0', 467404, NULL);
INSERT INTO public.schema_history VALUES (7, 7, 'rule_head_tables', 'up', 'd5cca656fcfc20866c490f622b2698c4ceb1ff3f02d0848748ccd36d9301c5d7', 1795915399590994, 'statehouse 0.1.0', 181093, NULL);
INSERT INTO public.schema_history VALUES (8, 8, 'rule_head_table_required', 'up', 'b6ea77416c07ebc4d9c35ed1e000ddc27f1cf98170e18f4532f4b49fbda8f026', 1795915400495368, 'statehouse 0.1.0', 522655, NULL);
INSERT INTO public.schema_migrations VALUES (1, 'initial', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795915397213778, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (2, 'leases', '93a26cd7375644be1c4c7c534d6eb3bcb5eb0949deee625988b4643227502689', 1795915397626198, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (3, 'log_start', '25a58ab848db9efbb961251caad9d0621e0bff8c6cad74efa899155b20624b1c', 1795915397908952, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (4, 'servers', 'f6aae087533318612a3115c8447b8447e9e17affe91c8c577d7d6dd939da6a28', 1795915398220265, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (5, 'disabled_rules', '3d91822445011d0e7e93ce7ff9ac04a883afe5e067ad9620c572a0c012e20ffe', 1795915398548726, 'statehouse 0.1.0', 'expand', 5, 'applied');
INSERT INTO public.schema_migrations VALUES (6, 'rule_head_table', 'e03d9177cac098d3eef6eb6bd143b07f6a058651ce9e6e6f1b2f2a13ef86993f', 1795915399191785, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (7, 'rule_head_tables', 'd5cca656fcfc20866c490f622b2698c4ceb1ff3f02d0848748ccd36d9301c5d7', 1795915399590994, 'statehouse 0.1.0', 'data', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (8, 'rule_head_table_required', 'b6ea77416c07ebc4d9c35ed1e000ddc27f1cf98170e18f4532f4b49fbda8f026', 1795915400495368, 'statehouse 0.1.0', 'contract', 6, 'applied');
INSERT INTO public.settings VALUES ('sealing_key_check', 'v1:N374VjYiE9TV4FqaKPsJ/xNCY6uonNBhFp99Xw2snwZQzcMGRWVuCGFAhcvgOjNm2yIZKN92ccjfw3M7oQztltEiGRQ=');
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
ALTER TABLE ONLY public.policies
    ADD CONSTRAINT policies_name_name_owner_fkey FOREIGN KEY (name, name_owner) REFERENCES public.names(name, owner) ON DELETE RESTRICT;
ALTER TABLE ONLY public.rules
    ADD CONSTRAINT rules_policy_id_fkey FOREIGN KEY (policy_id) REFERENCES public.policies(id) ON DELETE RESTRICT;
