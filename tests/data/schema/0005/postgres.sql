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
    disabled text COLLATE pg_catalog."C"
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
INSERT INTO public.changes VALUES (1, 0, 'policy', '01a224e3-d716-702f-bc16-d88d80ebf0ba', NULL, '{"id":"01a224e3-d716-702f-bc16-d88d80ebf0ba","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}');
INSERT INTO public.changes VALUES (1, 1, 'policy', '01a224e3-d716-702f-bc16-d88e86959549', NULL, '{"id":"01a224e3-d716-702f-bc16-d88e86959549","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}');
INSERT INTO public.changes VALUES (2, 0, 'policy', '01a224e3-d93b-7329-bf2b-83de27ef0757', NULL, '{"id":"01a224e3-d93b-7329-bf2b-83de27ef0757","name":"a_nonrecursive","abbreviation":"nonre","description":"nonrecursive \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":2,"index":0}}');
INSERT INTO public.changes VALUES (3, 0, 'policy', '01a224e3-d9d4-75a7-92a2-746cfbb10b9b', NULL, '{"id":"01a224e3-d9d4-75a7-92a2-746cfbb10b9b","name":"a_action","abbreviation":"actio","description":"action \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"action","created":{"revision":3,"index":0}}');
INSERT INTO public.changes VALUES (4, 0, 'policy', '01a224e3-dac7-7767-a168-2f686d590c0b', NULL, '{"id":"01a224e3-dac7-7767-a168-2f686d590c0b","name":"a_database","abbreviation":"datab","description":"database \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"database","created":{"revision":4,"index":0}}');
INSERT INTO public.changes VALUES (5, 0, 'policy', '01a224e3-db54-7523-baa0-0ddab287e5ed', NULL, '{"id":"01a224e3-db54-7523-baa0-0ddab287e5ed","name":"a_materialized","abbreviation":"mater","description":"materialized \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"materialized","created":{"revision":5,"index":0}}');
INSERT INTO public.changes VALUES (6, 0, 'policy', '01a224e3-dbfa-77c3-bbbd-cf52db99f2a5', NULL, '{"id":"01a224e3-dbfa-77c3-bbbd-cf52db99f2a5","name":"a_datasource","abbreviation":"datas","description":"datasource \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"datasource","created":{"revision":6,"index":0}}');
INSERT INTO public.changes VALUES (7, 0, 'policy', '01a224e3-dcc4-72f0-acd6-c19918a2e0bd', NULL, '{"id":"01a224e3-dcc4-72f0-acd6-c19918a2e0bd","name":"a_z3","abbreviation":"z3","description":"z3 \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"z3","created":{"revision":7,"index":0}}');
INSERT INTO public.changes VALUES (8, 0, 'policy', '01a224e3-dd38-73aa-823d-74c941665562', NULL, '{"id":"01a224e3-dd38-73aa-823d-74c941665562","name":"plain","abbreviation":"plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":8,"index":0}}');
INSERT INTO public.changes VALUES (9, 0, 'policy', '01a224e3-dddf-7531-b0aa-069371ea55cf', NULL, '{"id":"01a224e3-dddf-7531-b0aa-069371ea55cf","name":"Plain","abbreviation":"Plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":9,"index":0}}');
INSERT INTO public.changes VALUES (10, 0, 'policy', '01a224e3-deaf-712a-802c-08a0fc22af8a', NULL, '{"id":"01a224e3-deaf-712a-802c-08a0fc22af8a","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}');
INSERT INTO public.changes VALUES (11, 0, 'policy', '01a224e3-df77-7621-86d5-47d2c92c0c49', NULL, '{"id":"01a224e3-df77-7621-86d5-47d2c92c0c49","name":"with.dots","abbreviation":"with.","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":11,"index":0}}');
INSERT INTO public.changes VALUES (12, 0, 'table', 'plain:p', NULL, '{"policy":"plain","name":"p","columns":1,"created":{"revision":12,"index":0}}');
INSERT INTO public.changes VALUES (12, 1, 'rule', '01a224e3-e019-76f6-81f2-408bb3febd27', NULL, '{"id":"01a224e3-e019-76f6-81f2-408bb3febd27","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":12,"index":1}}');
INSERT INTO public.changes VALUES (13, 0, 'rule', '01a224e3-e0c3-712c-9464-0b284053b7b4', NULL, '{"id":"01a224e3-e0c3-712c-9464-0b284053b7b4","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"p(\"two\")","identity":"p(\"two\")","name":"two","comment":"said so","created":{"revision":13,"index":0}}');
INSERT INTO public.changes VALUES (14, 0, 'table', 'plain:q', NULL, '{"policy":"plain","name":"q","columns":1,"created":{"revision":14,"index":0}}');
INSERT INTO public.changes VALUES (14, 1, 'table', 'plain:r', NULL, '{"policy":"plain","name":"r","columns":1,"created":{"revision":14,"index":1}}');
INSERT INTO public.changes VALUES (14, 2, 'rule', '01a224e3-e17c-732f-8bcd-6f882e1acb87', NULL, '{"id":"01a224e3-e17c-732f-8bcd-6f882e1acb87","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"q(x) :- p(x), not r(x)","identity":"q(x) :- not r(x), p(x)","name":"a rule","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":14,"index":2}}');
INSERT INTO public.changes VALUES (15, 0, 'rule', '01a224e3-e214-7798-a7ef-168043a64e99', NULL, '{"id":"01a224e3-e214-7798-a7ef-168043a64e99","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"r(3)","identity":"r(3)","name":null,"comment":"","created":{"revision":15,"index":0}}');
INSERT INTO public.changes VALUES (16, 0, 'table', 'plain:s', NULL, '{"policy":"plain","name":"s","columns":2,"created":{"revision":16,"index":0}}');
INSERT INTO public.changes VALUES (16, 1, 'table', 'inventory:hosts', NULL, '{"policy":"inventory","name":"hosts","columns":2,"created":{"revision":16,"index":1}}');
INSERT INTO public.changes VALUES (16, 2, 'rule', '01a224e3-e2b5-73ff-8c2a-c7ea201d3983', NULL, '{"id":"01a224e3-e2b5-73ff-8c2a-c7ea201d3983","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"s(x, y) :- p(x), inventory:hosts(y, 1)","identity":"s(x, y) :- inventory:hosts(y, 1), p(x)","name":null,"comment":"","created":{"revision":16,"index":2}}');
INSERT INTO public.changes VALUES (17, 0, 'table', 'plain:inner', NULL, '{"policy":"plain","name":"inner","columns":2,"created":{"revision":17,"index":0}}');
INSERT INTO public.changes VALUES (17, 1, 'rule', '01a224e3-e357-7590-9b52-54cfa7d8f998', NULL, '{"id":"01a224e3-e357-7590-9b52-54cfa7d8f998","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"inner(x, z) :- s(x, y), s(y, z), not q(z)","identity":"inner(x, z) :- not q(z), s(x, y), s(y, z)","name":null,"comment":"","created":{"revision":17,"index":1}}');
INSERT INTO public.changes VALUES (18, 0, 'rule', '01a224e3-e3f1-7024-a518-c1ddd46aa34e', NULL, '{"id":"01a224e3-e3f1-7024-a518-c1ddd46aa34e","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"p(-9223372036854775808)","identity":"p(-9223372036854775808)","name":null,"comment":"","created":{"revision":18,"index":0}}');
INSERT INTO public.changes VALUES (19, 0, 'rule', '01a224e3-e4c0-700e-80a4-02227c010681', NULL, '{"id":"01a224e3-e4c0-700e-80a4-02227c010681","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"p(2.5)","identity":"p(2.5)","name":null,"comment":"","created":{"revision":19,"index":0}}');
INSERT INTO public.changes VALUES (20, 0, 'rule', '01a224e3-e543-730b-accc-85533283d4a7', NULL, '{"id":"01a224e3-e543-730b-accc-85533283d4a7","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"p(\"\u001a and 50% of it''s 中文 😀\")","identity":"p(\"\u001a and 50% of it''s 中文 😀\")","name":"odd \u001a","comment":"","created":{"revision":20,"index":0}}');
INSERT INTO public.changes VALUES (21, 0, 'table', 'plain:long', NULL, '{"policy":"plain","name":"long","columns":40,"created":{"revision":21,"index":0}}');
INSERT INTO public.changes VALUES (37, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}', NULL);
INSERT INTO public.changes VALUES (38, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":38,"index":0}}');
INSERT INTO public.changes VALUES (21, 1, 'rule', '01a224e3-e5f6-755c-aa20-31ce43fa6906', NULL, '{"id":"01a224e3-e5f6-755c-aa20-31ce43fa6906","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","identity":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","name":null,"comment":"","created":{"revision":21,"index":1}}');
INSERT INTO public.changes VALUES (22, 0, 'table', 'plain:safe', NULL, '{"policy":"plain","name":"safe","columns":1,"created":{"revision":22,"index":0}}');
INSERT INTO public.changes VALUES (22, 1, 'table', 'Plain:p', NULL, '{"policy":"Plain","name":"p","columns":1,"created":{"revision":22,"index":1}}');
INSERT INTO public.changes VALUES (22, 2, 'rule', '01a224e3-e682-763c-857a-93b1bf65b186', NULL, '{"id":"01a224e3-e682-763c-857a-93b1bf65b186","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"safe(x) :- Plain:p(x)","identity":"safe(x) :- Plain:p(x)","name":null,"comment":"","created":{"revision":22,"index":2}}');
INSERT INTO public.changes VALUES (23, 0, 'table', 'plain:lower', NULL, '{"policy":"plain","name":"lower","columns":1,"created":{"revision":23,"index":0}}');
INSERT INTO public.changes VALUES (23, 1, 'rule', '01a224e3-e748-72b2-bb2d-bef7179fea2d', NULL, '{"id":"01a224e3-e748-72b2-bb2d-bef7179fea2d","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"lower(x) :- p(x), builtin:lt(x, 3)","identity":"lower(x) :- builtin:lt(x, 3), p(x)","name":null,"comment":"","created":{"revision":23,"index":1}}');
INSERT INTO public.changes VALUES (24, 0, 'table', 'plain:nul', NULL, '{"policy":"plain","name":"nul","columns":1,"created":{"revision":24,"index":0}}');
INSERT INTO public.changes VALUES (24, 1, 'rule', '01a224e3-e80f-77d2-a990-dc54b7a8e224', NULL, '{"id":"01a224e3-e80f-77d2-a990-dc54b7a8e224","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"nul(\"a\\u0000b\u0000\")","identity":"nul(\"a\\u0000b\u0000\")","name":null,"comment":"","created":{"revision":24,"index":1}}');
INSERT INTO public.changes VALUES (25, 0, 'table', 'plain:P', NULL, '{"policy":"plain","name":"P","columns":1,"created":{"revision":25,"index":0}}');
INSERT INTO public.changes VALUES (25, 1, 'rule', '01a224e3-e8d8-7728-962c-a1e6e7bdbc49', NULL, '{"id":"01a224e3-e8d8-7728-962c-a1e6e7bdbc49","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"P(1)","identity":"P(1)","name":null,"comment":"","created":{"revision":25,"index":1}}');
INSERT INTO public.changes VALUES (26, 0, 'table', 'plain:none', NULL, '{"policy":"plain","name":"none","columns":0,"created":{"revision":26,"index":0}}');
INSERT INTO public.changes VALUES (26, 1, 'rule', '01a224e3-e971-72de-919f-c95cc24f53ed', NULL, '{"id":"01a224e3-e971-72de-919f-c95cc24f53ed","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"none()","identity":"none()","name":null,"comment":"","created":{"revision":26,"index":1}}');
INSERT INTO public.changes VALUES (27, 0, 'rule', '01a224e3-ea2f-7039-a7a9-99793f69c037', NULL, '{"id":"01a224e3-ea2f-7039-a7a9-99793f69c037","policy":"01a224e3-dddf-7531-b0aa-069371ea55cf","text":"p(1)","identity":"p(1)","name":"n","comment":"c","created":{"revision":27,"index":0}}');
INSERT INTO public.changes VALUES (28, 0, 'rule', '01a224e3-eabc-725e-a485-129f7a227877', NULL, '{"id":"01a224e3-eabc-725e-a485-129f7a227877","policy":"01a224e3-dddf-7531-b0aa-069371ea55cf","text":"p(2)","identity":"p(2)","name":"n","comment":"c","created":{"revision":28,"index":0}}');
INSERT INTO public.changes VALUES (29, 0, 'table', 'Plain:e', NULL, '{"policy":"Plain","name":"e","columns":1,"created":{"revision":29,"index":0}}');
INSERT INTO public.changes VALUES (29, 1, 'rule', '01a224e3-eb72-7075-8d26-bbb3bf003527', NULL, '{"id":"01a224e3-eb72-7075-8d26-bbb3bf003527","policy":"01a224e3-dddf-7531-b0aa-069371ea55cf","text":"e(x) :- plain:q(x)","identity":"e(x) :- plain:q(x)","name":"n","comment":"c","created":{"revision":29,"index":1}}');
INSERT INTO public.changes VALUES (30, 0, 'table', 'a_action:p', NULL, '{"policy":"a_action","name":"p","columns":1,"created":{"revision":30,"index":0}}');
INSERT INTO public.changes VALUES (30, 1, 'rule', '01a224e3-ec84-762f-a459-7a8912781e0e', NULL, '{"id":"01a224e3-ec84-762f-a459-7a8912781e0e","policy":"01a224e3-d9d4-75a7-92a2-746cfbb10b9b","text":"execute[nova:disconnect(x)] :- p(x)","identity":"execute[nova:disconnect(x)] :- p(x)","name":null,"comment":"","created":{"revision":30,"index":1}}');
INSERT INTO public.changes VALUES (31, 0, 'table', 'a_action:disconnect', NULL, '{"policy":"a_action","name":"disconnect","columns":1,"created":{"revision":31,"index":0}}');
INSERT INTO public.changes VALUES (31, 1, 'rule', '01a224e3-ed27-722c-a1d7-e219b3f6f929', NULL, '{"id":"01a224e3-ed27-722c-a1d7-e219b3f6f929","policy":"01a224e3-d9d4-75a7-92a2-746cfbb10b9b","text":"disconnect(x) :- p(x)","identity":"disconnect(x) :- p(x)","name":null,"comment":"","created":{"revision":31,"index":1}}');
INSERT INTO public.changes VALUES (32, 0, 'table', 'going:gone', NULL, '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}');
INSERT INTO public.changes VALUES (32, 1, 'rule', '01a224e3-ee16-71c5-9972-9e01cb0a387b', NULL, '{"id":"01a224e3-ee16-71c5-9972-9e01cb0a387b","policy":"01a224e3-deaf-712a-802c-08a0fc22af8a","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}');
INSERT INTO public.changes VALUES (33, 0, 'table', 'with.dots:u', NULL, '{"policy":"with.dots","name":"u","columns":1,"created":{"revision":33,"index":0}}');
INSERT INTO public.changes VALUES (33, 1, 'rule', '01a224e3-eea2-75cb-986a-69fa620d66f6', NULL, '{"id":"01a224e3-eea2-75cb-986a-69fa620d66f6","policy":"01a224e3-df77-7621-86d5-47d2c92c0c49","text":"u(\"中\")","identity":"u(\"中\")","name":null,"comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":33,"index":1}}');
INSERT INTO public.changes VALUES (34, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}');
INSERT INTO public.changes VALUES (34, 1, 'rule', '01a224e3-ef94-7461-bad4-236102821686', NULL, '{"id":"01a224e3-ef94-7461-bad4-236102821686","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}');
INSERT INTO public.changes VALUES (35, 0, 'rule', '01a224e3-ef94-7461-bad4-236102821686', '{"id":"01a224e3-ef94-7461-bad4-236102821686","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}', NULL);
INSERT INTO public.changes VALUES (35, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}', NULL);
INSERT INTO public.changes VALUES (36, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}');
INSERT INTO public.changes VALUES (36, 1, 'rule', '01a224e3-f128-71e2-9f64-1c13410d4993', NULL, '{"id":"01a224e3-f128-71e2-9f64-1c13410d4993","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}');
INSERT INTO public.changes VALUES (37, 0, 'rule', '01a224e3-f128-71e2-9f64-1c13410d4993', '{"id":"01a224e3-f128-71e2-9f64-1c13410d4993","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}', NULL);
INSERT INTO public.changes VALUES (38, 1, 'rule', '01a224e3-f2d6-703d-83be-fb23d32dc402', NULL, '{"id":"01a224e3-f2d6-703d-83be-fb23d32dc402","policy":"01a224e3-dd38-73aa-823d-74c941665562","text":"out(1)","identity":"out(1)","name":null,"comment":"","created":{"revision":38,"index":1}}');
INSERT INTO public.changes VALUES (39, 0, 'rule', '01a224e3-ee16-71c5-9972-9e01cb0a387b', '{"id":"01a224e3-ee16-71c5-9972-9e01cb0a387b","policy":"01a224e3-deaf-712a-802c-08a0fc22af8a","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}', NULL);
INSERT INTO public.changes VALUES (39, 1, 'table', 'going:gone', '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}', NULL);
INSERT INTO public.changes VALUES (40, 0, 'policy', '01a224e3-deaf-712a-802c-08a0fc22af8a', '{"id":"01a224e3-deaf-712a-802c-08a0fc22af8a","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}', NULL);
INSERT INTO public.changes VALUES (41, 0, 'library_policy', '01a224e3-f575-73a1-9afc-2dc523cd81ec', NULL, '{"id":"01a224e3-f575-73a1-9afc-2dc523cd81ec","name":"empty","abbreviation":"empty","description":"","kind":"nonrecursive","rules":[],"created":{"revision":41,"index":0}}');
INSERT INTO public.changes VALUES (42, 0, 'library_policy', '01a224e3-f62e-7305-9a5c-2b23996ec514', NULL, '{"id":"01a224e3-f62e-7305-9a5c-2b23996ec514","name":"plain","abbreviation":"pl","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","kind":"action","rules":[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}],"created":{"revision":42,"index":0}}');
INSERT INTO public.changes VALUES (43, 0, 'library_policy', '01a224e3-f6c3-75fd-a416-6091063763d7', NULL, '{"id":"01a224e3-f6c3-75fd-a416-6091063763d7","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (44, 0, 'library_policy', '01a224e3-f79b-707b-836b-06f0d0048837', NULL, '{"id":"01a224e3-f79b-707b-836b-06f0d0048837","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}');
INSERT INTO public.changes VALUES (45, 0, 'library_policy', '01a224e3-f895-7687-8827-d195bde0bbfc', NULL, '{"id":"01a224e3-f895-7687-8827-d195bde0bbfc","name":"many","abbreviation":"many","description":"many","kind":"nonrecursive","rules":[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}],"created":{"revision":45,"index":0}}');
INSERT INTO public.changes VALUES (46, 0, 'library_policy', '01a224e3-f6c3-75fd-a416-6091063763d7', '{"id":"01a224e3-f6c3-75fd-a416-6091063763d7","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}', '{"id":"01a224e3-f6c3-75fd-a416-6091063763d7","name":"anew","abbreviation":"new","description":"put","kind":"database","rules":[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (47, 0, 'library_policy', '01a224e3-f79b-707b-836b-06f0d0048837', '{"id":"01a224e3-f79b-707b-836b-06f0d0048837","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}', NULL);
INSERT INTO public.changes VALUES (48, 0, 'policy', '01a224e3-fabc-764d-af4b-f98ee807857a', NULL, '{"id":"01a224e3-fabc-764d-af4b-f98ee807857a","name":"many","abbreviation":"many","description":"many","owner":"user","kind":"nonrecursive","created":{"revision":48,"index":0}}');
INSERT INTO public.changes VALUES (48, 1, 'table', 'many:p', NULL, '{"policy":"many","name":"p","columns":1,"created":{"revision":48,"index":1}}');
INSERT INTO public.changes VALUES (48, 2, 'rule', '01a224e3-fabc-764d-af4b-f98fe5f89297', NULL, '{"id":"01a224e3-fabc-764d-af4b-f98fe5f89297","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(0)","identity":"p(0)","name":"0","comment":"","created":{"revision":48,"index":2}}');
INSERT INTO public.changes VALUES (48, 3, 'rule', '01a224e3-fabc-764d-af4b-f990ac5538d4', NULL, '{"id":"01a224e3-fabc-764d-af4b-f990ac5538d4","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(1)","identity":"p(1)","name":"1","comment":"","created":{"revision":48,"index":3}}');
INSERT INTO public.changes VALUES (48, 4, 'rule', '01a224e3-fabc-764d-af4b-f991075592d4', NULL, '{"id":"01a224e3-fabc-764d-af4b-f991075592d4","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(2)","identity":"p(2)","name":"2","comment":"","created":{"revision":48,"index":4}}');
INSERT INTO public.changes VALUES (48, 5, 'rule', '01a224e3-fabc-764d-af4b-f992d4401753', NULL, '{"id":"01a224e3-fabc-764d-af4b-f992d4401753","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(3)","identity":"p(3)","name":"3","comment":"","created":{"revision":48,"index":5}}');
INSERT INTO public.changes VALUES (48, 6, 'rule', '01a224e3-fabc-764d-af4b-f993aa5c9e59', NULL, '{"id":"01a224e3-fabc-764d-af4b-f993aa5c9e59","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(4)","identity":"p(4)","name":"4","comment":"","created":{"revision":48,"index":6}}');
INSERT INTO public.changes VALUES (48, 7, 'rule', '01a224e3-fabc-764d-af4b-f994326f0a76', NULL, '{"id":"01a224e3-fabc-764d-af4b-f994326f0a76","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(5)","identity":"p(5)","name":"5","comment":"","created":{"revision":48,"index":7}}');
INSERT INTO public.changes VALUES (48, 8, 'rule', '01a224e3-fabc-764d-af4b-f995fdb3aa32', NULL, '{"id":"01a224e3-fabc-764d-af4b-f995fdb3aa32","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(6)","identity":"p(6)","name":"6","comment":"","created":{"revision":48,"index":8}}');
INSERT INTO public.changes VALUES (48, 9, 'rule', '01a224e3-fabc-764d-af4b-f9966b87686c', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9966b87686c","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(7)","identity":"p(7)","name":"7","comment":"","created":{"revision":48,"index":9}}');
INSERT INTO public.changes VALUES (48, 10, 'rule', '01a224e3-fabc-764d-af4b-f9973e3c3292', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9973e3c3292","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(8)","identity":"p(8)","name":"8","comment":"","created":{"revision":48,"index":10}}');
INSERT INTO public.changes VALUES (48, 11, 'rule', '01a224e3-fabc-764d-af4b-f998bcf08f36', NULL, '{"id":"01a224e3-fabc-764d-af4b-f998bcf08f36","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(9)","identity":"p(9)","name":"9","comment":"","created":{"revision":48,"index":11}}');
INSERT INTO public.changes VALUES (48, 12, 'rule', '01a224e3-fabc-764d-af4b-f99987f120f8', NULL, '{"id":"01a224e3-fabc-764d-af4b-f99987f120f8","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(10)","identity":"p(10)","name":"10","comment":"","created":{"revision":48,"index":12}}');
INSERT INTO public.changes VALUES (48, 13, 'rule', '01a224e3-fabc-764d-af4b-f99a7872598d', NULL, '{"id":"01a224e3-fabc-764d-af4b-f99a7872598d","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(11)","identity":"p(11)","name":"11","comment":"","created":{"revision":48,"index":13}}');
INSERT INTO public.changes VALUES (48, 14, 'rule', '01a224e3-fabc-764d-af4b-f99b948f060b', NULL, '{"id":"01a224e3-fabc-764d-af4b-f99b948f060b","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(12)","identity":"p(12)","name":"12","comment":"","created":{"revision":48,"index":14}}');
INSERT INTO public.changes VALUES (48, 15, 'rule', '01a224e3-fabc-764d-af4b-f99cc8b08e26', NULL, '{"id":"01a224e3-fabc-764d-af4b-f99cc8b08e26","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(13)","identity":"p(13)","name":"13","comment":"","created":{"revision":48,"index":15}}');
INSERT INTO public.changes VALUES (48, 16, 'rule', '01a224e3-fabc-764d-af4b-f99d77bc25ef', NULL, '{"id":"01a224e3-fabc-764d-af4b-f99d77bc25ef","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(14)","identity":"p(14)","name":"14","comment":"","created":{"revision":48,"index":16}}');
INSERT INTO public.changes VALUES (48, 17, 'rule', '01a224e3-fabc-764d-af4b-f99e5187ea55', NULL, '{"id":"01a224e3-fabc-764d-af4b-f99e5187ea55","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(15)","identity":"p(15)","name":"15","comment":"","created":{"revision":48,"index":17}}');
INSERT INTO public.changes VALUES (48, 18, 'rule', '01a224e3-fabc-764d-af4b-f99f37e4ffad', NULL, '{"id":"01a224e3-fabc-764d-af4b-f99f37e4ffad","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(16)","identity":"p(16)","name":"16","comment":"","created":{"revision":48,"index":18}}');
INSERT INTO public.changes VALUES (48, 19, 'rule', '01a224e3-fabc-764d-af4b-f9a06006d21d', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9a06006d21d","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(17)","identity":"p(17)","name":"17","comment":"","created":{"revision":48,"index":19}}');
INSERT INTO public.changes VALUES (48, 20, 'rule', '01a224e3-fabc-764d-af4b-f9a1862d3b5e', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9a1862d3b5e","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(18)","identity":"p(18)","name":"18","comment":"","created":{"revision":48,"index":20}}');
INSERT INTO public.changes VALUES (48, 21, 'rule', '01a224e3-fabc-764d-af4b-f9a2fc3cc848', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9a2fc3cc848","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(19)","identity":"p(19)","name":"19","comment":"","created":{"revision":48,"index":21}}');
INSERT INTO public.changes VALUES (48, 22, 'rule', '01a224e3-fabc-764d-af4b-f9a30b8d99c1', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9a30b8d99c1","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(20)","identity":"p(20)","name":"20","comment":"","created":{"revision":48,"index":22}}');
INSERT INTO public.changes VALUES (48, 23, 'rule', '01a224e3-fabc-764d-af4b-f9a495c189b2', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9a495c189b2","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(21)","identity":"p(21)","name":"21","comment":"","created":{"revision":48,"index":23}}');
INSERT INTO public.changes VALUES (48, 24, 'rule', '01a224e3-fabc-764d-af4b-f9a518a3e428', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9a518a3e428","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(22)","identity":"p(22)","name":"22","comment":"","created":{"revision":48,"index":24}}');
INSERT INTO public.changes VALUES (48, 25, 'rule', '01a224e3-fabc-764d-af4b-f9a6a3723221', NULL, '{"id":"01a224e3-fabc-764d-af4b-f9a6a3723221","policy":"01a224e3-fabc-764d-af4b-f98ee807857a","text":"p(23)","identity":"p(23)","name":"23","comment":"","created":{"revision":48,"index":25}}');
INSERT INTO public.changes VALUES (49, 0, 'data_source', '01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', NULL, '{"id":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"inventory","driver":"push","description":"what is where","type":null,"enabled":true,"config":{"description":"pushed"},"created":{"revision":49,"index":0}}');
INSERT INTO public.changes VALUES (50, 0, 'data_source', '01a224e3-fe12-75f4-b328-bd7388c0239d', NULL, '{"id":"01a224e3-fe12-75f4-b328-bd7388c0239d","name":"safe","driver":"vault","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","type":null,"enabled":true,"config":{"password":{"$sealed":"v1:YrmwGc7Smh2O2nLv2o5QIuRp86Y8BPWE/TeeQsjGvD2SCUIXAuhTrOvmSpWQ4JKj2SISCCjuNLFKOr2Bo9VwkMdsTBoZ1LrS77D5IZDncDpCe+O9Deg6zweUo4BASzWMrrvwUMtzjRbanQ=="},"url":"http://vault"},"created":{"revision":50,"index":0}}');
INSERT INTO public.changes VALUES (51, 0, 'data_source', '01a224e3-fead-7584-af4e-9d966d4e8fc7', NULL, '{"id":"01a224e3-fead-7584-af4e-9d966d4e8fc7","name":"off","driver":"vault","description":null,"type":null,"enabled":false,"config":{"password":{"$sealed":"v1:zl/VsdE4zAzhJ9MiDLh7EeRLUcCIv7hR6uDVeHijqpQr7K6nInaXLhTO"},"url":"http://off"},"created":{"revision":51,"index":0}}');
INSERT INTO public.changes VALUES (52, 0, 'data_source', '01a224e3-ff56-71d0-bdf9-96a1f325da95', NULL, '{"id":"01a224e3-ff56-71d0-bdf9-96a1f325da95","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:8RIIc0LN5Rn9eQ3pXPN7Qdg4wQvz/BSf5dHK5mfGuv5w4cD6XKRLVUFi4od56xX0OkNfeA=="},"url":"http://gone"},"created":{"revision":52,"index":0}}');
INSERT INTO public.changes VALUES (53, 0, 'rows', '01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd:hosts', NULL, '{"table":{"data_source":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"hosts","updates":1,"updated_at":1795915251796316,"created":{"revision":53,"index":0}},"rows":[[1.5,9223372036854775807],["",-1],["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1],["a",1],["b",2],["nul \u0000 \u001a1",1]]}');
INSERT INTO public.changes VALUES (54, 0, 'rows', '01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd:Hosts', NULL, '{"table":{"data_source":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"Hosts","updates":1,"updated_at":1795915252013698,"created":{"revision":54,"index":0}},"rows":[["A"]]}');
INSERT INTO public.changes VALUES (55, 0, 'rows', '01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd:emptied', NULL, '{"table":{"data_source":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"emptied","updates":1,"updated_at":1795915252291983,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}');
INSERT INTO public.changes VALUES (56, 0, 'rows', '01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd:emptied', '{"table":{"data_source":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"emptied","updates":1,"updated_at":1795915252291983,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}', '{"table":{"data_source":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"emptied","updates":2,"updated_at":1795915252498508,"created":{"revision":55,"index":0}},"rows":[]}');
INSERT INTO public.changes VALUES (57, 0, 'rows', '01a224e3-fe12-75f4-b328-bd7388c0239d:sealed', NULL, '{"table":{"data_source":"01a224e3-fe12-75f4-b328-bd7388c0239d","name":"sealed","updates":1,"updated_at":1795915252747944,"created":{"revision":57,"index":0}},"rows":[["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"],["x"]]}');
INSERT INTO public.changes VALUES (58, 0, 'rows', '01a224e3-ff56-71d0-bdf9-96a1f325da95:sealed', NULL, '{"table":{"data_source":"01a224e3-ff56-71d0-bdf9-96a1f325da95","name":"sealed","updates":1,"updated_at":1795915252980771,"created":{"revision":58,"index":0}},"rows":[["y"]]}');
INSERT INTO public.changes VALUES (59, 0, 'rows', '01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd:hosts', '{"table":{"data_source":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"hosts","updates":1,"updated_at":1795915251796316,"created":{"revision":53,"index":0}},"rows":[["b",2]]}', '{"table":{"data_source":"01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd","name":"hosts","updates":2,"updated_at":1795915253175818,"created":{"revision":53,"index":0}},"rows":[["c",3]]}');
INSERT INTO public.changes VALUES (60, 0, 'rows', '01a224e3-ff56-71d0-bdf9-96a1f325da95:sealed', '{"table":{"data_source":"01a224e3-ff56-71d0-bdf9-96a1f325da95","name":"sealed","updates":1,"updated_at":1795915252980771,"created":{"revision":58,"index":0}},"rows":[["y"]]}', NULL);
INSERT INTO public.changes VALUES (60, 1, 'data_source', '01a224e3-ff56-71d0-bdf9-96a1f325da95', '{"id":"01a224e3-ff56-71d0-bdf9-96a1f325da95","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:OfOIcutMJLSiXujHe9UJtXFgSNPGq9Gn8jw24+R69/IqTT+Qno3iqCwOXfGb1R/zdcpwSw=="},"url":"http://gone"},"created":{"revision":52,"index":0}}', NULL);
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
INSERT INTO public.changes VALUES (72, 0, 'data_source', '392042c0-803d-4535-9242-2f13e9aaa3f5', NULL, '{"id":"392042c0-803d-4535-9242-2f13e9aaa3f5","name":"fake","driver":"fake_datasource","description":"has a secret","type":null,"enabled":true,"config":{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:DPdgmdP4gh6WgxrSxwzkZK11/5n6ps0LT27OovvwfeQTzzk0+Wb3SlnHGOBw5cdDC245ByNGqg=="},"poll_time":"3600","project_name":"admin","tenant_name":"admin","username":"admin"},"created":{"revision":72,"index":0}}');
INSERT INTO public.changes VALUES (73, 0, 'data_source', '4c294b62-7223-4d32-ab47-73f295b1bd87', NULL, '{"id":"4c294b62-7223-4d32-ab47-73f295b1bd87","name":"nova","driver":"nova","description":"unreachable nova","type":null,"enabled":true,"config":{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:/L6Qn1g1zC+wOByiBHmEnseC3lx3ZkSrmHAGWt7RiR3z885CLgbHGHnW1RGiyuQLx88woCE="},"poll_time":"3600","project_name":"admin","username":"admin"},"created":{"revision":73,"index":0}}');
INSERT INTO public.changes VALUES (74, 0, 'data_source', '96f77bf2-ee87-4a13-b4f7-2ae7fa94b050', NULL, '{"id":"96f77bf2-ee87-4a13-b4f7-2ae7fa94b050","name":"nullcfg","driver":"doctor","description":null,"type":null,"enabled":true,"config":null,"created":{"revision":74,"index":0}}');
INSERT INTO public.changes VALUES (75, 0, 'rows', '7a32f3ca-019e-4f0f-8967-351942c712c8:events', NULL, '{"table":{"data_source":"7a32f3ca-019e-4f0f-8967-351942c712c8","name":"events","updates":1,"updated_at":1795915255898903,"created":{"revision":75,"index":0}},"rows":[["2016-02-22T11:48:55Z","compute.host.down","compute0","down","zabbix1","100"],["2016-02-22T11:48:55Z","compute.host.down","compute1","down","zabbix1","101"],["2016-02-22T11:48:55Z","compute.host.down","compute2","down","zabbix1","102"]]}');
INSERT INTO public.changes VALUES (76, 0, 'policy', '01a224e3-d716-702f-bc16-d88d80ebf0ba', '{"id":"01a224e3-d716-702f-bc16-d88d80ebf0ba","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}', NULL);
INSERT INTO public.changes VALUES (76, 1, 'policy', '343eade2-d6e4-4555-9d77-87122ae1abc7', NULL, '{"id":"343eade2-d6e4-4555-9d77-87122ae1abc7","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":76,"index":1}}');
INSERT INTO public.changes VALUES (77, 0, 'policy', '01a224e3-d716-702f-bc16-d88e86959549', '{"id":"01a224e3-d716-702f-bc16-d88e86959549","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}', NULL);
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
INSERT INTO public.changes VALUES (119, 0, 'policy', '01a224e4-206d-71b4-a88c-e2f657272714', NULL, '{"id":"01a224e4-206d-71b4-a88c-e2f657272714","name":"late","abbreviation":"late","description":"made by a server that had started again","owner":"user","kind":"nonrecursive","created":{"revision":119,"index":0}}');
INSERT INTO public.changes VALUES (120, 0, 'table', 'late:p', NULL, '{"policy":"late","name":"p","columns":1,"created":{"revision":120,"index":0}}');
INSERT INTO public.changes VALUES (120, 1, 'rule', '01a224e4-21a5-7138-8848-d9c6f69c01f8', NULL, '{"id":"01a224e4-21a5-7138-8848-d9c6f69c01f8","policy":"01a224e4-206d-71b4-a88c-e2f657272714","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":120,"index":1}}');
INSERT INTO public.commits VALUES (1, 1795915241262416, 'statehouse', '', '01a224e3-d72e-7524-b0ad-c7ee3cb0aa6d');
INSERT INTO public.commits VALUES (2, 1795915241800136, 'anonymous', 'req-0fb16f28-bd51-4bee-9089-03130114028f', '01a224e3-d948-718f-9529-e758cb8997a5');
INSERT INTO public.commits VALUES (3, 1795915241951399, 'anonymous', 'req-6bfa8f54-17ee-43a0-97f3-d9d938fe7dec', '01a224e3-d9df-77c6-add9-0710018ba624');
INSERT INTO public.commits VALUES (4, 1795915242199705, 'anonymous', 'req-34626113-6bcf-4a82-8756-f435c89e1e80', '01a224e3-dad7-717e-99fd-af0ec073c8f9');
INSERT INTO public.commits VALUES (5, 1795915242335328, 'anonymous', 'req-7258cec2-fd11-4a78-8590-09941b7781ca', '01a224e3-db5f-7587-9ec9-5f956e5a8d9d');
INSERT INTO public.commits VALUES (6, 1795915242540597, 'anonymous', 'req-74c18746-4a75-4e21-b267-8751ff366db7', '01a224e3-dc2c-760d-8ba9-60cb8fcf8100');
INSERT INTO public.commits VALUES (7, 1795915242692699, 'anonymous', 'req-5d1d1fa4-3842-4b5a-8721-8e276daf8c73', '01a224e3-dcc4-72f0-acd6-c19a9c5b54de');
INSERT INTO public.commits VALUES (8, 1795915242835884, 'anonymous', 'req-010c31df-7dd7-4643-bd78-92de1298100f', '01a224e3-dd53-70ff-887f-0214bf1ba275');
INSERT INTO public.commits VALUES (9, 1795915243002430, 'anonymous', 'req-d768cc97-9c59-4177-8713-52ae80d25bae', '01a224e3-ddfa-7604-89d8-d3c9eb6edfc5');
INSERT INTO public.commits VALUES (10, 1795915243226622, 'anonymous', 'req-80cadc81-5678-48db-b6bd-e59730d32140', '01a224e3-deda-7024-a8a8-778e03ab4999');
INSERT INTO public.commits VALUES (11, 1795915243404573, 'anonymous', 'req-c4c3f28b-21b0-4782-92ec-2549dafa2768', '01a224e3-df8c-7754-b6b4-768cba38d27c');
INSERT INTO public.commits VALUES (12, 1795915243557392, 'anonymous', 'req-62a694ad-32e8-4db8-a4e6-48e80d5264c7', '01a224e3-e025-760f-8080-3dd722adf887');
INSERT INTO public.commits VALUES (13, 1795915243770104, 'anonymous', 'req-5fe7c597-9ac5-464c-b3ea-72973930c1f4', '01a224e3-e0fa-72e3-bbb9-9eeb01e77d45');
INSERT INTO public.commits VALUES (14, 1795915243907666, 'anonymous', 'req-3d487eb8-ca5b-439e-956a-a40c416db1ae', '01a224e3-e183-75a0-a469-612e7c8a494d');
INSERT INTO public.commits VALUES (15, 1795915244065858, 'anonymous', 'req-0a24528d-4d51-4fb8-82dd-d5979223a331', '01a224e3-e221-7595-a831-f1f72ea8a912');
INSERT INTO public.commits VALUES (16, 1795915244219497, 'anonymous', 'req-6de9400a-cb2a-44f5-bd8a-f33692a26935', '01a224e3-e2bb-76b8-a1bc-f0af13ef1052');
INSERT INTO public.commits VALUES (17, 1795915244392222, 'anonymous', 'req-74b358a0-1b38-4558-a62d-44fc6c617956', '01a224e3-e368-7792-ba3c-789a966b5995');
INSERT INTO public.commits VALUES (18, 1795915244568702, 'anonymous', 'req-999410b5-bc6b-4653-920d-c604231bc017', '01a224e3-e418-73be-8843-2bc45bf1dc57');
INSERT INTO public.commits VALUES (19, 1795915244757005, 'anonymous', 'req-431c2a96-1a00-49ac-a7b4-2e72c0d26bc7', '01a224e3-e4d4-743d-b48c-40c6e0a6a883');
INSERT INTO public.commits VALUES (20, 1795915244889687, 'anonymous', 'req-b72fcba5-8051-4939-9487-6091f3c42931', '01a224e3-e559-7020-9fd8-65245d5d3555');
INSERT INTO public.commits VALUES (21, 1795915245048162, 'anonymous', 'req-a51fd861-a05b-4660-9c09-9192d6b2748d', '01a224e3-e5f8-76df-8084-0c86bfe49328');
INSERT INTO public.commits VALUES (22, 1795915245225734, 'anonymous', 'req-8233ec9b-f692-484e-8d0f-5abda3ab79a8', '01a224e3-e6a9-77f9-8f1e-f62b61679709');
INSERT INTO public.commits VALUES (23, 1795915245397100, 'anonymous', 'req-7121561a-2a2b-493e-82b1-98756c4f5c88', '01a224e3-e755-7281-a3b5-25668af6e9f4');
INSERT INTO public.commits VALUES (24, 1795915245609076, 'anonymous', 'req-fc2b8f1a-c032-459f-837b-49afbd2d2ea2', '01a224e3-e829-72f6-b4e4-5ad6ced93c54');
INSERT INTO public.commits VALUES (25, 1795915245815334, 'anonymous', 'req-709c1d27-9eae-4de6-ab2d-d48572c8e2cd', '01a224e3-e8f7-70f4-84c0-f03403cea6fc');
INSERT INTO public.commits VALUES (26, 1795915245947216, 'anonymous', 'req-e0db3cb7-8f13-4645-bba8-f7d2710e111e', '01a224e3-e97b-714f-b2ef-78f567a730fd');
INSERT INTO public.commits VALUES (27, 1795915246131765, 'anonymous', 'req-6c904f30-112d-4e63-9bc5-35345c3461bb', '01a224e3-ea33-703b-9664-d91c74752038');
INSERT INTO public.commits VALUES (28, 1795915246313286, 'anonymous', 'req-66d9755f-0d47-4000-a576-d25706fd686b', '01a224e3-eae9-7295-9b8d-e637abbf9a12');
INSERT INTO public.commits VALUES (29, 1795915246492280, 'anonymous', 'req-67b68f85-95a8-4d0d-ae6a-dfa653290e83', '01a224e3-eb9c-73ec-ae9c-ec2f5a4eabed');
INSERT INTO public.commits VALUES (30, 1795915246741783, 'anonymous', 'req-10bac5cf-fdc7-4508-891f-dda841be125e', '01a224e3-ec95-732e-a323-713eed305c59');
INSERT INTO public.commits VALUES (31, 1795915246892743, 'anonymous', 'req-34943ea6-dfe6-43f3-9e1e-d6b5c5b7fb2e', '01a224e3-ed2c-72d8-bf73-8f279fd2c5f9');
INSERT INTO public.commits VALUES (32, 1795915247131549, 'anonymous', 'req-4f49cdb4-55b2-4f7e-b467-cac714d6974b', '01a224e3-ee1b-70cd-a3ee-0c3ae8978833');
INSERT INTO public.commits VALUES (33, 1795915247295214, 'anonymous', 'req-82f9ddc8-3a8f-4798-9c9f-ffd4ecd62c2d', '01a224e3-eebf-713b-bac9-cbec254a7819');
INSERT INTO public.commits VALUES (34, 1795915247531902, 'anonymous', 'req-54ee6e3c-bb99-4cd4-a6cb-d53eae38cca5', '01a224e3-efab-716e-8090-25b0f813fd9c');
INSERT INTO public.commits VALUES (35, 1795915247772003, 'anonymous', 'req-c595d588-0d45-406d-9cfa-40dd2c2f858f', '01a224e3-f09b-721a-812a-49305beb04b6');
INSERT INTO public.commits VALUES (36, 1795915247922128, 'anonymous', 'req-c3efdb27-35ca-40f4-9a6f-f16fcb7ee146', '01a224e3-f132-76e1-a603-76fd941b8956');
INSERT INTO public.commits VALUES (37, 1795915248121137, 'anonymous', 'req-fd13cab7-461e-4029-8b32-17e4eae9e77d', '01a224e3-f1f9-737c-9388-023e7e353af0');
INSERT INTO public.commits VALUES (38, 1795915248377025, 'anonymous', 'req-3f3910c8-024a-436d-8dd6-ba25c1f4efa2', '01a224e3-f2f8-74f5-971a-42096e0d0d3e');
INSERT INTO public.commits VALUES (39, 1795915248673026, 'anonymous', 'req-192d67a9-e1af-4375-b9f9-cdc1d9b13f06', '01a224e3-f421-759b-ba0c-e187ef9dbf05');
INSERT INTO public.commits VALUES (40, 1795915248828395, 'anonymous', 'req-3362935c-71af-4917-abee-2a78d8f28285', '01a224e3-f4bc-7400-bd8c-547cab64798c');
INSERT INTO public.commits VALUES (41, 1795915249033179, 'anonymous', 'req-cf7bcea1-fe91-4dc8-9765-a51423d544a2', '01a224e3-f589-75dd-9a5f-b0754d187bff');
INSERT INTO public.commits VALUES (42, 1795915249203065, 'anonymous', 'req-c01135fc-1393-4ac7-a293-c6c5da9a23e2', '01a224e3-f633-72fc-8b95-4a28a538227b');
INSERT INTO public.commits VALUES (43, 1795915249368185, 'anonymous', 'req-3f82c4b9-e717-4063-90b5-747a8b72ea45', '01a224e3-f6d8-755f-b28d-99f5ff95ba90');
INSERT INTO public.commits VALUES (44, 1795915249566573, 'anonymous', 'req-594f05cc-59d1-4ccd-bcbd-c518a0c5c420', '01a224e3-f79e-704f-a207-a7617c825001');
INSERT INTO public.commits VALUES (45, 1795915249830642, 'anonymous', 'req-6ec76dc8-64dc-4f60-92be-539d37279e8d', '01a224e3-f8a6-7302-bee3-69910724e596');
INSERT INTO public.commits VALUES (46, 1795915250013101, 'anonymous', 'req-3d4296ae-fb73-48bb-ae3b-052a76244717', '01a224e3-f95d-739e-a7d0-5e61c580da1b');
INSERT INTO public.commits VALUES (47, 1795915250233210, 'anonymous', 'req-60c6e97d-8854-4008-8722-f3456f0ef23e', '01a224e3-fa39-76fa-9b95-7931c5b4c162');
INSERT INTO public.commits VALUES (48, 1795915250369561, 'anonymous', 'req-81e07297-d5fa-4b15-a62b-37ac366c848b', '01a224e3-fac1-777a-a2a8-3b4f25da489b');
INSERT INTO public.commits VALUES (49, 1795915251068766, 'anonymous', 'req-cb9ff27c-b2da-4ad8-b970-7067b280fa48', '01a224e3-fd7c-7273-bd87-0fd06228db8b');
INSERT INTO public.commits VALUES (50, 1795915251243184, 'anonymous', 'req-35907010-4751-414d-a2b9-4f1bea2cd475', '01a224e3-fe2b-7122-ac2c-400668bdfd8c');
INSERT INTO public.commits VALUES (51, 1795915251393001, 'anonymous', 'req-02107afe-4589-4af8-b579-32f67e5c196c', '01a224e3-fec0-70c2-9ef8-a45cd7d34d02');
INSERT INTO public.commits VALUES (52, 1795915251556648, 'anonymous', 'req-0da3b2e7-3d2a-4c07-b763-504231d03371', '01a224e3-ff64-76d4-b135-998915990a33');
INSERT INTO public.commits VALUES (53, 1795915251796316, 'anonymous', 'req-2c9c3fa2-99b3-4376-8d42-f8042c42ce0a', '01a224e4-0054-765a-b395-b73ddcc695f9');
INSERT INTO public.commits VALUES (54, 1795915252013698, 'anonymous', 'req-6cdc2241-e8ef-4efd-a057-5f8f8e7f8018', '01a224e4-012d-7034-a600-3d056c93c69a');
INSERT INTO public.commits VALUES (55, 1795915252291983, 'anonymous', 'req-21a68e41-b89c-4caa-abef-9fb928594cfb', '01a224e4-0243-72a2-86c7-0e8b9c826a4b');
INSERT INTO public.commits VALUES (56, 1795915252498508, 'anonymous', 'req-59c240c3-c60f-48cd-a63f-e92f49e1950e', '01a224e4-0312-7455-b91c-d425eac3d8bf');
INSERT INTO public.commits VALUES (57, 1795915252747944, 'anonymous', 'req-3aecac0c-24b2-4127-81ca-b78b8e8278e8', '01a224e4-040b-7275-80e2-c311988374d6');
INSERT INTO public.commits VALUES (58, 1795915252980771, 'anonymous', 'req-bde67825-67c3-440b-a2e4-24fb56ce16da', '01a224e4-04f4-7651-877e-b0c306477994');
INSERT INTO public.commits VALUES (59, 1795915253175818, 'anonymous', 'req-9345ed63-7e69-4f37-980d-b3101157f50f', '01a224e4-05b7-77ad-9447-22b2efcfc82d');
INSERT INTO public.commits VALUES (60, 1795915253331938, 'anonymous', 'req-774ee01b-2507-4313-b186-6e4efe3695b7', '01a224e4-0653-77cc-8545-a506f42ef464');
INSERT INTO public.commits VALUES (61, 1795915255898903, 'congress-import', 'congress deleted policy created 2026-11-22T08:56:49.025524Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (62, 1795915255898903, 'congress-import', 'congress deleted rule created 2026-11-22T08:56:49.020341Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (63, 1795915255898903, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.322042Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (64, 1795915255898903, 'congress-import', 'congress deleted rule created 2026-11-22T08:56:49.020351Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (65, 1795915255898903, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.323950Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (66, 1795915255898903, 'congress-import', 'congress deleted policy deleted 2026-11-22T08:57:00.328245Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (67, 1795915255898903, 'congress-import', 'congress library policy kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (68, 1795915255898903, 'congress-import', 'congress library policy kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (69, 1795915255898903, 'congress-import', 'congress library policy kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (70, 1795915255898903, 'congress-import', 'congress data source kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (71, 1795915255898903, 'congress-import', 'congress data source kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (72, 1795915255898903, 'congress-import', 'congress data source kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (73, 1795915255898903, 'congress-import', 'congress data source kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (74, 1795915255898903, 'congress-import', 'congress data source kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (75, 1795915255898903, 'congress-import', 'congress table kept', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (76, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:47.602664Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (77, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:47.622566Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (78, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:48.805808Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (79, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:48.841991Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (80, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:48.876093Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (81, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:48.914882Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (82, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:48.945001Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (83, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:56:48.986188Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (84, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:57:00.365332Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (85, 1795915255898903, 'congress-import', 'congress policy created 2026-11-22T08:57:00.609271Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (86, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989904Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (87, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989914Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (88, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:48.989918Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (89, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.059165Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (90, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.155591Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (91, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.215454Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (92, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.248223Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (93, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.281446Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (94, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.326766Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (95, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.371105Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (96, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.414547Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (97, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:49.454358Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (98, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.522003Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (99, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.568162Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (100, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.603661Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (101, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.642655Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (102, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.680934Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (103, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.714496Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (104, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.749357Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (105, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.783511Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (106, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.818983Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (107, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.853015Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (108, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.887712Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (109, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.921101Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (110, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:54.953374Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (111, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:56:55.095947Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (112, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:57:00.145920Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (113, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:57:00.183374Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (114, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:57:00.282354Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (115, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:57:00.588752Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (116, 1795915255898903, 'congress-import', 'congress rule created 2026-11-22T08:57:00.588762Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (117, 1795915255898903, 'congress-import', 'congress deleted rule created 2026-11-22T08:57:00.215521Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (118, 1795915255898903, 'congress-import', 'congress deleted rule deleted 2026-11-22T08:57:00.241556Z', '01a224e4-105a-734a-9442-fa0849a94856');
INSERT INTO public.commits VALUES (119, 1795915260014344, 'anonymous', 'req-27b05499-1f8d-4674-8cff-45a1778ba9a4', '01a224e4-206e-75f6-b1f6-f5ce7fbd23f8');
INSERT INTO public.commits VALUES (120, 1795915260348395, 'anonymous', 'req-6cf0137b-31f0-49d9-b901-72e0c2769611', '01a224e4-21bc-7797-91e3-e68bef58e1f2');
INSERT INTO public.data_source_rows VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'hosts', '[1.5,9223372036854775807]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'hosts', '["",-1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'hosts', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'hosts', '["a",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'hosts', '["nul \u0000 \u001a1",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'Hosts', '["A"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fe12-75f4-b328-bd7388c0239d', 'sealed', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fe12-75f4-b328-bd7388c0239d', 'sealed', '["x"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'hosts', '["c",3]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute0","down","zabbix1","100"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute1","down","zabbix1","101"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', '["2016-02-22T11:48:55Z","compute.host.down","compute2","down","zabbix1","102"]', DEFAULT);
INSERT INTO public.data_source_tables VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'Hosts', 1, 1795915252013698, 54, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'emptied', 2, 1795915252498508, 55, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e3-fe12-75f4-b328-bd7388c0239d', 'sealed', 1, 1795915252747944, 57, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'hosts', 2, 1795915253175818, 53, 0);
INSERT INTO public.data_source_tables VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'events', 1, 1795915255898903, 75, 0);
INSERT INTO public.data_sources VALUES ('01a224e3-fd6e-7389-9a4a-3dd29b5fa6dd', 'inventory', 'data_source', 'push', 'what is where', NULL, true, '{"description":"pushed"}', 49, 0);
INSERT INTO public.data_sources VALUES ('01a224e3-fe12-75f4-b328-bd7388c0239d', 'safe', 'data_source', 'vault', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', NULL, true, '{"password":{"$sealed":"v1:r9XnMh24fuAmP5si1Vg/OCQ+0eA4NAieYoNXHgYrR9SfaH0gpRr5i9Dc4MkYgW2sXgavDFF5z4r9jqAew4UQolbHFAKjfesYWLlzlDX+zsXlGAKvLB8L6X8rZm5J+4xSEazH4aZ3GyjGDA=="},"url":"http://vault"}', 50, 0);
INSERT INTO public.data_sources VALUES ('01a224e3-fead-7584-af4e-9d966d4e8fc7', 'off', 'data_source', 'vault', NULL, NULL, false, '{"password":{"$sealed":"v1:HYL1v8nwUh/Mi9QSkRT5tMr/fuxO73XEvR03dIZtgGpmK9rq5wx5rHRH"},"url":"http://off"}', 51, 0);
INSERT INTO public.data_sources VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8', 'doc', 'data_source', 'doctor', 'the doctor', NULL, true, '{"persist_data":true}', 70, 0);
INSERT INTO public.data_sources VALUES ('3642d2bd-ab50-41fa-8f49-d987cf67f461', 'pushed', 'data_source', 'push', NULL, NULL, true, '{"description":"pushed","persist_data":true}', 71, 0);
INSERT INTO public.data_sources VALUES ('392042c0-803d-4535-9242-2f13e9aaa3f5', 'fake', 'data_source', 'fake_datasource', 'has a secret', NULL, true, '{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:Nn4X8KWSjSeHl+OIqmruqWUjWoWDZW0sU/WlGxt/3KdzOrMljkYD2/o7XfBJ9bYYOo7rIyJGzQ=="},"poll_time":"3600","project_name":"admin","tenant_name":"admin","username":"admin"}', 72, 0);
INSERT INTO public.data_sources VALUES ('4c294b62-7223-4d32-ab47-73f295b1bd87', 'nova', 'data_source', 'nova', 'unreachable nova', NULL, true, '{"auth_url":"http://127.0.0.1:1/v3","password":{"$sealed":"v1:s7UUvd3tO6jfNCg1+Z17WJGIXQ9oLV11NGCCC9iIzcMGUFWqmcA+6ku3ixzuXv/Mc1OvTV0="},"poll_time":"3600","project_name":"admin","username":"admin"}', 73, 0);
INSERT INTO public.data_sources VALUES ('96f77bf2-ee87-4a13-b4f7-2ae7fa94b050', 'nullcfg', 'data_source', 'doctor', NULL, NULL, true, NULL, 74, 0);
INSERT INTO public.head VALUES (1, 120);
INSERT INTO public.library_policies VALUES ('01a224e3-f575-73a1-9afc-2dc523cd81ec', 'empty', 'empty', '', 'nonrecursive', '[]', 41, 0);
INSERT INTO public.library_policies VALUES ('01a224e3-f62e-7305-9a5c-2b23996ec514', 'plain', 'pl', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'action', '[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}]', 42, 0);
INSERT INTO public.library_policies VALUES ('01a224e3-f895-7687-8827-d195bde0bbfc', 'many', 'many', 'many', 'nonrecursive', '[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}]', 45, 0);
INSERT INTO public.library_policies VALUES ('01a224e3-f6c3-75fd-a416-6091063763d7', 'anew', 'new', 'put', 'database', '[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}]', 43, 0);
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
INSERT INTO public.policies VALUES ('01a224e3-d93b-7329-bf2b-83de27ef0757', 'a_nonrecursive', 'policy', 'nonre', 'nonrecursive "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 2, 0);
INSERT INTO public.policies VALUES ('01a224e3-d9d4-75a7-92a2-746cfbb10b9b', 'a_action', 'policy', 'actio', 'action "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'action', 3, 0);
INSERT INTO public.policies VALUES ('01a224e3-dac7-7767-a168-2f686d590c0b', 'a_database', 'policy', 'datab', 'database "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'database', 4, 0);
INSERT INTO public.policies VALUES ('01a224e3-db54-7523-baa0-0ddab287e5ed', 'a_materialized', 'policy', 'mater', 'materialized "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'materialized', 5, 0);
INSERT INTO public.policies VALUES ('01a224e3-dbfa-77c3-bbbd-cf52db99f2a5', 'a_datasource', 'policy', 'datas', 'datasource "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'datasource', 6, 0);
INSERT INTO public.policies VALUES ('01a224e3-dcc4-72f0-acd6-c19918a2e0bd', 'a_z3', 'policy', 'z3', 'z3 "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'z3', 7, 0);
INSERT INTO public.policies VALUES ('01a224e3-dd38-73aa-823d-74c941665562', 'plain', 'policy', 'plain', '', 'user', 'nonrecursive', 8, 0);
INSERT INTO public.policies VALUES ('01a224e3-dddf-7531-b0aa-069371ea55cf', 'Plain', 'policy', 'Plain', '', 'user', 'nonrecursive', 9, 0);
INSERT INTO public.policies VALUES ('01a224e3-df77-7621-86d5-47d2c92c0c49', 'with.dots', 'policy', 'with.', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 11, 0);
INSERT INTO public.policies VALUES ('01a224e3-fabc-764d-af4b-f98ee807857a', 'many', 'policy', 'many', 'many', 'user', 'nonrecursive', 48, 0);
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
INSERT INTO public.policies VALUES ('01a224e4-206d-71b4-a88c-e2f657272714', 'late', 'policy', 'late', 'made by a server that had started again', 'user', 'nonrecursive', 119, 0);
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
INSERT INTO public.rules VALUES ('01a224e3-e019-76f6-81f2-408bb3febd27', '01a224e3-dd38-73aa-823d-74c941665562', 'p(1)', 'p(1)', NULL, '', 12, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e0c3-712c-9464-0b284053b7b4', '01a224e3-dd38-73aa-823d-74c941665562', 'p("two")', 'p("two")', 'two', 'said so', 13, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e17c-732f-8bcd-6f882e1acb87', '01a224e3-dd38-73aa-823d-74c941665562', 'q(x) :- p(x), not r(x)', 'q(x) :- not r(x), p(x)', 'a rule', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 14, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e214-7798-a7ef-168043a64e99', '01a224e3-dd38-73aa-823d-74c941665562', 'r(3)', 'r(3)', NULL, '', 15, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e2b5-73ff-8c2a-c7ea201d3983', '01a224e3-dd38-73aa-823d-74c941665562', 's(x, y) :- p(x), inventory:hosts(y, 1)', 's(x, y) :- inventory:hosts(y, 1), p(x)', NULL, '', 16, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e357-7590-9b52-54cfa7d8f998', '01a224e3-dd38-73aa-823d-74c941665562', 'inner(x, z) :- s(x, y), s(y, z), not q(z)', 'inner(x, z) :- not q(z), s(x, y), s(y, z)', NULL, '', 17, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e3f1-7024-a518-c1ddd46aa34e', '01a224e3-dd38-73aa-823d-74c941665562', 'p(-9223372036854775808)', 'p(-9223372036854775808)', NULL, '', 18, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e4c0-700e-80a4-02227c010681', '01a224e3-dd38-73aa-823d-74c941665562', 'p(2.5)', 'p(2.5)', NULL, '', 19, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e543-730b-accc-85533283d4a7', '01a224e3-dd38-73aa-823d-74c941665562', 'p("1 and 50% of it''s 中文 😀")', 'p("1 and 50% of it''s 中文 😀")', 'odd 1', '', 20, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e5f6-755c-aa20-31ce43fa6906', '01a224e3-dd38-73aa-823d-74c941665562', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', NULL, '', 21, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e682-763c-857a-93b1bf65b186', '01a224e3-dd38-73aa-823d-74c941665562', 'safe(x) :- Plain:p(x)', 'safe(x) :- Plain:p(x)', NULL, '', 22, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e748-72b2-bb2d-bef7179fea2d', '01a224e3-dd38-73aa-823d-74c941665562', 'lower(x) :- p(x), builtin:lt(x, 3)', 'lower(x) :- builtin:lt(x, 3), p(x)', NULL, '', 23, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e80f-77d2-a990-dc54b7a8e224', '01a224e3-dd38-73aa-823d-74c941665562', 'nul("a\u0000b0")', 'nul("a\u0000b0")', NULL, '', 24, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e8d8-7728-962c-a1e6e7bdbc49', '01a224e3-dd38-73aa-823d-74c941665562', 'P(1)', 'P(1)', NULL, '', 25, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-e971-72de-919f-c95cc24f53ed', '01a224e3-dd38-73aa-823d-74c941665562', 'none()', 'none()', NULL, '', 26, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-ea2f-7039-a7a9-99793f69c037', '01a224e3-dddf-7531-b0aa-069371ea55cf', 'p(1)', 'p(1)', 'n', 'c', 27, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-eabc-725e-a485-129f7a227877', '01a224e3-dddf-7531-b0aa-069371ea55cf', 'p(2)', 'p(2)', 'n', 'c', 28, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-eb72-7075-8d26-bbb3bf003527', '01a224e3-dddf-7531-b0aa-069371ea55cf', 'e(x) :- plain:q(x)', 'e(x) :- plain:q(x)', 'n', 'c', 29, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-ec84-762f-a459-7a8912781e0e', '01a224e3-d9d4-75a7-92a2-746cfbb10b9b', 'execute[nova:disconnect(x)] :- p(x)', 'execute[nova:disconnect(x)] :- p(x)', NULL, '', 30, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-ed27-722c-a1d7-e219b3f6f929', '01a224e3-d9d4-75a7-92a2-746cfbb10b9b', 'disconnect(x) :- p(x)', 'disconnect(x) :- p(x)', NULL, '', 31, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-eea2-75cb-986a-69fa620d66f6', '01a224e3-df77-7621-86d5-47d2c92c0c49', 'u("中")', 'u("中")', NULL, '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 33, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-f2d6-703d-83be-fb23d32dc402', '01a224e3-dd38-73aa-823d-74c941665562', 'out(1)', 'out(1)', NULL, '', 38, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f98fe5f89297', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(0)', 'p(0)', '0', '', 48, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f990ac5538d4', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(1)', 'p(1)', '1', '', 48, 3, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f991075592d4', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(2)', 'p(2)', '2', '', 48, 4, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f992d4401753', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(3)', 'p(3)', '3', '', 48, 5, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f993aa5c9e59', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(4)', 'p(4)', '4', '', 48, 6, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f994326f0a76', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(5)', 'p(5)', '5', '', 48, 7, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f995fdb3aa32', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(6)', 'p(6)', '6', '', 48, 8, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9966b87686c', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(7)', 'p(7)', '7', '', 48, 9, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9973e3c3292', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(8)', 'p(8)', '8', '', 48, 10, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f998bcf08f36', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(9)', 'p(9)', '9', '', 48, 11, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f99987f120f8', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(10)', 'p(10)', '10', '', 48, 12, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f99a7872598d', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(11)', 'p(11)', '11', '', 48, 13, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f99b948f060b', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(12)', 'p(12)', '12', '', 48, 14, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f99cc8b08e26', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(13)', 'p(13)', '13', '', 48, 15, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f99d77bc25ef', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(14)', 'p(14)', '14', '', 48, 16, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f99e5187ea55', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(15)', 'p(15)', '15', '', 48, 17, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f99f37e4ffad', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(16)', 'p(16)', '16', '', 48, 18, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9a06006d21d', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(17)', 'p(17)', '17', '', 48, 19, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9a1862d3b5e', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(18)', 'p(18)', '18', '', 48, 20, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9a2fc3cc848', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(19)', 'p(19)', '19', '', 48, 21, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9a30b8d99c1', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(20)', 'p(20)', '20', '', 48, 22, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9a495c189b2', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(21)', 'p(21)', '21', '', 48, 23, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9a518a3e428', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(22)', 'p(22)', '22', '', 48, 24, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e3-fabc-764d-af4b-f9a6a3723221', '01a224e3-fabc-764d-af4b-f98ee807857a', 'p(23)', 'p(23)', '23', '', 48, 25, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('4f4f584c-575d-4ff2-97f4-bb4ecea31a31', '6b38b849-38b0-46fc-b038-e1e17041faaa', 'p(x) :- q(x), not r(x)', 'p(x) :- not r(x), q(x)', 'r1', 'c1', 86, 3, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('cdaa12b6-5865-4dba-a03a-382c98d41df4', '6b38b849-38b0-46fc-b038-e1e17041faaa', 'q(1)', 'q(1)', NULL, '', 87, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('8788dbf6-91d7-46d1-8018-e14087b30c04', '6b38b849-38b0-46fc-b038-e1e17041faaa', 'r(2.5)', 'r(2.5)', NULL, '', 88, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('4e37a178-cac4-40e8-bbcf-606c666d27ae', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'p(1)', 'p(1)', NULL, '', 89, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('7b30f759-d182-4561-b75f-ca319b26bb05', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'p("str")', 'p("str")', 'named', 'with a comment', 90, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('98c3359e-d5c8-49e5-99ea-8915058a1f6d', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'p(x) :-   q(x) ,  lt(x, 5)', 'p(x) :- lt(x, 5), q(x)', 'spaces', 'original text is kept', 91, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('46b549f0-4b60-49f2-8a6c-7cbe6ae7c1f0', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'q(3)', 'q(3)', '', '', 92, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('195b381b-48f8-4c80-98e7-b4214db82f9e', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'q(7)', 'q(7)', NULL, '', 93, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('7546f69f-103f-46a5-af0f-d5cc4168e9aa', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'error(h) :- doc:events(hostname=h, status="down")', 'error(h) :- doc:events(?, ?, h, "down")', 'doc rule', 'column references', 94, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('cb5c1342-2bdd-417b-8dce-660a93c348d3', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'f(x, y) :- fake:fake_table(x, y)', 'f(x, y) :- fake:fake_table(x, y)', NULL, '', 95, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('b98b583d-d66e-4789-b246-553dc8572b7e', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'srv(x) :- nova:servers(id=x, status="ACTIVE")', 'disabled b98b583d-d66e-4789-b246-553dc8572b7e', NULL, '', 96, 0, DEFAULT, 'line 1, column 11: the columns of `nova:servers` are not known; give its arguments by position');
INSERT INTO public.rules VALUES ('b005072e-5ad6-4bc4-a0dd-da472b1ba76b', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'execute[nova:servers.pause(x)] :- srv(x), doc:events(hostname=x)', 'execute[nova:servers.pause(x)] :- doc:events(?, ?, x), srv(x)', NULL, 'exec', 97, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('0d2bb39b-6777-44ec-acdd-0b9fb5e196a6', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'cross(x) :- beta:t(x)', 'cross(x) :- beta:t(x)', NULL, '', 98, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('ed18bc32-62cc-4e14-968c-cfb28ab1cb11', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'uni("ünï 你")', 'uni("ünï 你")', 'ünï', '你', 99, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('3efcd482-ccaa-43e5-a49d-f57964fe4f04', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'nullary', 'nullary()', NULL, '', 100, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('3abda9df-6f6d-4a5f-9c06-5b5edcc0d706', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'h(x) :- q(x);', 'h(x) :- q(x)', NULL, '', 101, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('0954e4af-020c-4cb0-8922-38482f6b5215', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'len4(x) :- p(x), len(x, 3)', 'len4(x) :- len(x, 3), p(x)', NULL, '', 102, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('f554b513-8087-42a2-ab6f-59ab77bbbb72', '18fe8c80-f822-4cfe-bc4d-0300077af737', 't(1.5, 1e3)', 't(1.5, 1000)', NULL, '', 103, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('dd444f78-d3bd-40a1-bb2a-bb778d00e24d', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'sq(''single'')', 'sq("single")', NULL, '', 104, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('17e82458-8b3f-4e0d-9462-6740abed554f', 'cf86ab56-a472-4b55-92c9-d37d5b955cab', 't(10)', 't(10)', NULL, '', 105, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('33ee7d4c-a6e7-4883-96ee-56ed1d21b41c', 'cf86ab56-a472-4b55-92c9-d37d5b955cab', 't(11)', 't(11)', NULL, '', 106, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('7c0870d5-0e95-4987-ab0f-d0bec057c085', 'cf86ab56-a472-4b55-92c9-d37d5b955cab', 't(12)', 't(12)', NULL, '', 107, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('2e7babc1-5f20-44e8-a27b-b36d2098d8fa', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'action("addq")', 'action("addq")', NULL, '', 108, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('d71c5488-22f9-47ec-bda9-bbbdf2a817d1', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'q+(x) :- addq(x)', 'q+(x) :- addq(x)', NULL, '', 109, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('3c05da54-5542-436b-b267-ccf87b6da2a1', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'q-(x) :- delq(x)', 'q-(x) :- delq(x)', NULL, '', 110, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('d78e3c3f-1cb5-40e5-ac35-628dec4b3443', 'c07e7981-55ef-4538-a964-f455b8e832e9', 'action("delq")', 'action("delq")', NULL, '', 111, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('1eda862b-56d2-428b-addc-e22b856c3d51', '343eade2-d6e4-4555-9d77-87122ae1abc7', 'error(x) :- alpha:p(x)', 'error(x) :- alpha:p(x)', NULL, '', 112, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('27d368de-2867-4414-a77a-4b75a9036544', '418c0c0e-7ea5-4b36-8720-48ae385669b8', 'action("disconnect")', 'action("disconnect")', NULL, '', 113, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('6c437362-a831-415e-8928-f3ff3ca93f5f', '18fe8c80-f822-4cfe-bc4d-0300077af737', 'deleted(1)', 'deleted(1)', 'recreated', '', 114, 1, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('25deea15-b45e-458b-99fe-181badd85f42', '9586e9e7-6885-4a69-aa22-19336b83727e', 'p(x) :- q(x)', 'p(x) :- q(x)', 'n', 'c', 115, 2, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('1e4b7580-211e-45f6-9687-7c545d22588a', '9586e9e7-6885-4a69-aa22-19336b83727e', 'q(1)', 'q(1)', NULL, '', 116, 0, DEFAULT, NULL);
INSERT INTO public.rules VALUES ('01a224e4-21a5-7138-8848-d9c6f69c01f8', '01a224e4-206d-71b4-a88c-e2f657272714', 'p(1)', 'p(1)', NULL, '', 120, 1, DEFAULT, NULL);
INSERT INTO public.schema_history VALUES (1, 1, 'initial', 'up', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795915238568996, 'statehouse 0.1.0', 1618430, NULL);
INSERT INTO public.schema_history VALUES (2, 2, 'leases', 'up', '93a26cd7375644be1c4c7c534d6eb3bcb5eb0949deee625988b4643227502689', 1795915238827957, 'statehouse 0.1.0', 107285, NULL);
INSERT INTO public.schema_history VALUES (3, 3, 'log_start', 'up', '25a58ab848db9efbb961251caad9d0621e0bff8c6cad74efa899155b20624b1c', 1795915239017760, 'statehouse 0.1.0', 70165, NULL);
INSERT INTO public.schema_history VALUES (4, 4, 'servers', 'up', 'f6aae087533318612a3115c8447b8447e9e17affe91c8c577d7d6dd939da6a28', 1795915239218943, 'statehouse 0.1.0', 89900, NULL);
INSERT INTO public.schema_history VALUES (5, 5, 'disabled_rules', 'up', '3d91822445011d0e7e93ce7ff9ac04a883afe5e067ad9620c572a0c012e20ffe', 1795915239464189, 'statehouse 0.1.0', 30209, NULL);
INSERT INTO public.schema_migrations VALUES (1, 'initial', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795915238568996, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (2, 'leases', '93a26cd7375644be1c4c7c534d6eb3bcb5eb0949deee625988b4643227502689', 1795915238827957, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (3, 'log_start', '25a58ab848db9efbb961251caad9d0621e0bff8c6cad74efa899155b20624b1c', 1795915239017760, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (4, 'servers', 'f6aae087533318612a3115c8447b8447e9e17affe91c8c577d7d6dd939da6a28', 1795915239218943, 'statehouse 0.1.0', 'expand', NULL, 'applied');
INSERT INTO public.schema_migrations VALUES (5, 'disabled_rules', '3d91822445011d0e7e93ce7ff9ac04a883afe5e067ad9620c572a0c012e20ffe', 1795915239464189, 'statehouse 0.1.0', 'expand', 5, 'applied');
INSERT INTO public.settings VALUES ('sealing_key_check', 'v1:oR/yUUg3SyMzlLevAdTgjngvjnkJZPghm8bqjuPDdaq21jerNIJhXx4lYuO7fOA/UbF2MMpFDNcYmSvLvRTIWgFqpjc=');
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
