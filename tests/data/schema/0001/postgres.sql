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
    identity_digest bytea GENERATED ALWAYS AS (sha256((replace(identity, '\'::text, '\\'::text))::bytea)) STORED NOT NULL
);
CREATE TABLE public.schema_migrations (
    version bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    checksum text NOT NULL COLLATE pg_catalog."C",
    applied_at bigint NOT NULL,
    applied_by text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.settings (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);
INSERT INTO public.changes VALUES (1, 0, 'policy', '01a224eb-16cd-7248-9d54-7798837fae78', NULL, '{"id":"01a224eb-16cd-7248-9d54-7798837fae78","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}');
INSERT INTO public.changes VALUES (1, 1, 'policy', '01a224eb-16cd-7248-9d54-7799b91646fa', NULL, '{"id":"01a224eb-16cd-7248-9d54-7799b91646fa","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}');
INSERT INTO public.changes VALUES (2, 0, 'policy', '01a224eb-1915-7546-b429-89147661a640', NULL, '{"id":"01a224eb-1915-7546-b429-89147661a640","name":"a_nonrecursive","abbreviation":"nonre","description":"nonrecursive \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":2,"index":0}}');
INSERT INTO public.changes VALUES (3, 0, 'policy', '01a224eb-19c1-7761-b289-2dd3a791f3f9', NULL, '{"id":"01a224eb-19c1-7761-b289-2dd3a791f3f9","name":"a_action","abbreviation":"actio","description":"action \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"action","created":{"revision":3,"index":0}}');
INSERT INTO public.changes VALUES (4, 0, 'policy', '01a224eb-1a0d-7182-a553-e87401477dd1', NULL, '{"id":"01a224eb-1a0d-7182-a553-e87401477dd1","name":"a_database","abbreviation":"datab","description":"database \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"database","created":{"revision":4,"index":0}}');
INSERT INTO public.changes VALUES (5, 0, 'policy', '01a224eb-1a91-70be-ab66-766da2faf922', NULL, '{"id":"01a224eb-1a91-70be-ab66-766da2faf922","name":"a_materialized","abbreviation":"mater","description":"materialized \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"materialized","created":{"revision":5,"index":0}}');
INSERT INTO public.changes VALUES (6, 0, 'policy', '01a224eb-1b14-759f-9d6b-00bb5f62c6f1', NULL, '{"id":"01a224eb-1b14-759f-9d6b-00bb5f62c6f1","name":"a_datasource","abbreviation":"datas","description":"datasource \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"datasource","created":{"revision":6,"index":0}}');
INSERT INTO public.changes VALUES (7, 0, 'policy', '01a224eb-1bc2-763f-9708-baf25a1af82c', NULL, '{"id":"01a224eb-1bc2-763f-9708-baf25a1af82c","name":"a_z3","abbreviation":"z3","description":"z3 \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"z3","created":{"revision":7,"index":0}}');
INSERT INTO public.changes VALUES (8, 0, 'policy', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', NULL, '{"id":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","name":"plain","abbreviation":"plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":8,"index":0}}');
INSERT INTO public.changes VALUES (9, 0, 'policy', '01a224eb-1cae-740a-aad8-0c45c638a883', NULL, '{"id":"01a224eb-1cae-740a-aad8-0c45c638a883","name":"Plain","abbreviation":"Plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":9,"index":0}}');
INSERT INTO public.changes VALUES (10, 0, 'policy', '01a224eb-1d07-76cd-98ee-5b9d59a31142', NULL, '{"id":"01a224eb-1d07-76cd-98ee-5b9d59a31142","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}');
INSERT INTO public.changes VALUES (11, 0, 'policy', '01a224eb-1d5d-7776-9681-e56171895b01', NULL, '{"id":"01a224eb-1d5d-7776-9681-e56171895b01","name":"with.dots","abbreviation":"with.","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":11,"index":0}}');
INSERT INTO public.changes VALUES (12, 0, 'table', 'plain:p', NULL, '{"policy":"plain","name":"p","columns":1,"created":{"revision":12,"index":0}}');
INSERT INTO public.changes VALUES (12, 1, 'rule', '01a224eb-1dd8-7267-a904-53316ed63264', NULL, '{"id":"01a224eb-1dd8-7267-a904-53316ed63264","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":12,"index":1}}');
INSERT INTO public.changes VALUES (13, 0, 'rule', '01a224eb-1e45-7577-85b8-d93bd744ce70', NULL, '{"id":"01a224eb-1e45-7577-85b8-d93bd744ce70","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"p(\"two\")","identity":"p(\"two\")","name":"two","comment":"said so","created":{"revision":13,"index":0}}');
INSERT INTO public.changes VALUES (14, 0, 'table', 'plain:q', NULL, '{"policy":"plain","name":"q","columns":1,"created":{"revision":14,"index":0}}');
INSERT INTO public.changes VALUES (14, 1, 'table', 'plain:r', NULL, '{"policy":"plain","name":"r","columns":1,"created":{"revision":14,"index":1}}');
INSERT INTO public.changes VALUES (14, 2, 'rule', '01a224eb-1eb0-762c-b87a-324e4dff0db7', NULL, '{"id":"01a224eb-1eb0-762c-b87a-324e4dff0db7","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"q(x) :- p(x), not r(x)","identity":"q(x) :- not r(x), p(x)","name":"a rule","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":14,"index":2}}');
INSERT INTO public.changes VALUES (15, 0, 'rule', '01a224eb-1f15-7437-9d8d-d0a2c297bdc5', NULL, '{"id":"01a224eb-1f15-7437-9d8d-d0a2c297bdc5","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"r(3)","identity":"r(3)","name":null,"comment":"","created":{"revision":15,"index":0}}');
INSERT INTO public.changes VALUES (16, 0, 'table', 'plain:s', NULL, '{"policy":"plain","name":"s","columns":2,"created":{"revision":16,"index":0}}');
INSERT INTO public.changes VALUES (16, 1, 'table', 'inventory:hosts', NULL, '{"policy":"inventory","name":"hosts","columns":2,"created":{"revision":16,"index":1}}');
INSERT INTO public.changes VALUES (16, 2, 'rule', '01a224eb-1f79-7022-9017-c947de151e57', NULL, '{"id":"01a224eb-1f79-7022-9017-c947de151e57","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"s(x, y) :- p(x), inventory:hosts(y, 1)","identity":"s(x, y) :- inventory:hosts(y, 1), p(x)","name":null,"comment":"","created":{"revision":16,"index":2}}');
INSERT INTO public.changes VALUES (17, 0, 'table', 'plain:inner', NULL, '{"policy":"plain","name":"inner","columns":2,"created":{"revision":17,"index":0}}');
INSERT INTO public.changes VALUES (17, 1, 'rule', '01a224eb-202d-7766-b04f-35f2fc018a16', NULL, '{"id":"01a224eb-202d-7766-b04f-35f2fc018a16","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"inner(x, z) :- s(x, y), s(y, z), not q(z)","identity":"inner(x, z) :- not q(z), s(x, y), s(y, z)","name":null,"comment":"","created":{"revision":17,"index":1}}');
INSERT INTO public.changes VALUES (18, 0, 'rule', '01a224eb-20bd-757c-9a79-fdc86afb2fce', NULL, '{"id":"01a224eb-20bd-757c-9a79-fdc86afb2fce","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"p(-9223372036854775808)","identity":"p(-9223372036854775808)","name":null,"comment":"","created":{"revision":18,"index":0}}');
INSERT INTO public.changes VALUES (19, 0, 'rule', '01a224eb-2131-7331-921f-e13973cd4ae0', NULL, '{"id":"01a224eb-2131-7331-921f-e13973cd4ae0","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"p(2.5)","identity":"p(2.5)","name":null,"comment":"","created":{"revision":19,"index":0}}');
INSERT INTO public.changes VALUES (20, 0, 'rule', '01a224eb-21a4-7304-8a4e-bbf9ec4c3c5b', NULL, '{"id":"01a224eb-21a4-7304-8a4e-bbf9ec4c3c5b","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"p(\"\u001a and 50% of it''s 中文 😀\")","identity":"p(\"\u001a and 50% of it''s 中文 😀\")","name":"odd \u001a","comment":"","created":{"revision":20,"index":0}}');
INSERT INTO public.changes VALUES (21, 0, 'table', 'plain:long', NULL, '{"policy":"plain","name":"long","columns":40,"created":{"revision":21,"index":0}}');
INSERT INTO public.changes VALUES (37, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}', NULL);
INSERT INTO public.changes VALUES (38, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":38,"index":0}}');
INSERT INTO public.changes VALUES (21, 1, 'rule', '01a224eb-2230-7609-82f2-a9e9c1b5839c', NULL, '{"id":"01a224eb-2230-7609-82f2-a9e9c1b5839c","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","identity":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","name":null,"comment":"","created":{"revision":21,"index":1}}');
INSERT INTO public.changes VALUES (22, 0, 'table', 'plain:safe', NULL, '{"policy":"plain","name":"safe","columns":1,"created":{"revision":22,"index":0}}');
INSERT INTO public.changes VALUES (22, 1, 'table', 'Plain:p', NULL, '{"policy":"Plain","name":"p","columns":1,"created":{"revision":22,"index":1}}');
INSERT INTO public.changes VALUES (22, 2, 'rule', '01a224eb-22d5-7194-b6d6-f6e9a50e5251', NULL, '{"id":"01a224eb-22d5-7194-b6d6-f6e9a50e5251","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"safe(x) :- Plain:p(x)","identity":"safe(x) :- Plain:p(x)","name":null,"comment":"","created":{"revision":22,"index":2}}');
INSERT INTO public.changes VALUES (23, 0, 'table', 'plain:lower', NULL, '{"policy":"plain","name":"lower","columns":1,"created":{"revision":23,"index":0}}');
INSERT INTO public.changes VALUES (23, 1, 'rule', '01a224eb-2376-7249-811c-b38db9abab15', NULL, '{"id":"01a224eb-2376-7249-811c-b38db9abab15","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"lower(x) :- p(x), builtin:lt(x, 3)","identity":"lower(x) :- builtin:lt(x, 3), p(x)","name":null,"comment":"","created":{"revision":23,"index":1}}');
INSERT INTO public.changes VALUES (24, 0, 'table', 'plain:nul', NULL, '{"policy":"plain","name":"nul","columns":1,"created":{"revision":24,"index":0}}');
INSERT INTO public.changes VALUES (24, 1, 'rule', '01a224eb-2417-70c1-bb9b-421f7132c539', NULL, '{"id":"01a224eb-2417-70c1-bb9b-421f7132c539","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"nul(\"a\\u0000b\u0000\")","identity":"nul(\"a\\u0000b\u0000\")","name":null,"comment":"","created":{"revision":24,"index":1}}');
INSERT INTO public.changes VALUES (25, 0, 'table', 'plain:P', NULL, '{"policy":"plain","name":"P","columns":1,"created":{"revision":25,"index":0}}');
INSERT INTO public.changes VALUES (25, 1, 'rule', '01a224eb-24bc-71a8-9a90-b638683ac33c', NULL, '{"id":"01a224eb-24bc-71a8-9a90-b638683ac33c","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"P(1)","identity":"P(1)","name":null,"comment":"","created":{"revision":25,"index":1}}');
INSERT INTO public.changes VALUES (26, 0, 'table', 'plain:none', NULL, '{"policy":"plain","name":"none","columns":0,"created":{"revision":26,"index":0}}');
INSERT INTO public.changes VALUES (26, 1, 'rule', '01a224eb-253a-7686-af54-bd05553dabf3', NULL, '{"id":"01a224eb-253a-7686-af54-bd05553dabf3","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"none()","identity":"none()","name":null,"comment":"","created":{"revision":26,"index":1}}');
INSERT INTO public.changes VALUES (27, 0, 'rule', '01a224eb-25f1-7754-903a-368c6da67d9d', NULL, '{"id":"01a224eb-25f1-7754-903a-368c6da67d9d","policy":"01a224eb-1cae-740a-aad8-0c45c638a883","text":"p(1)","identity":"p(1)","name":"n","comment":"c","created":{"revision":27,"index":0}}');
INSERT INTO public.changes VALUES (28, 0, 'rule', '01a224eb-2669-7050-8497-de3f15044afa', NULL, '{"id":"01a224eb-2669-7050-8497-de3f15044afa","policy":"01a224eb-1cae-740a-aad8-0c45c638a883","text":"p(2)","identity":"p(2)","name":"n","comment":"c","created":{"revision":28,"index":0}}');
INSERT INTO public.changes VALUES (29, 0, 'table', 'Plain:e', NULL, '{"policy":"Plain","name":"e","columns":1,"created":{"revision":29,"index":0}}');
INSERT INTO public.changes VALUES (29, 1, 'rule', '01a224eb-26dd-774b-821d-e287299dece4', NULL, '{"id":"01a224eb-26dd-774b-821d-e287299dece4","policy":"01a224eb-1cae-740a-aad8-0c45c638a883","text":"e(x) :- plain:q(x)","identity":"e(x) :- plain:q(x)","name":"n","comment":"c","created":{"revision":29,"index":1}}');
INSERT INTO public.changes VALUES (30, 0, 'table', 'a_action:p', NULL, '{"policy":"a_action","name":"p","columns":1,"created":{"revision":30,"index":0}}');
INSERT INTO public.changes VALUES (30, 1, 'rule', '01a224eb-2753-74c0-b488-b5b257900529', NULL, '{"id":"01a224eb-2753-74c0-b488-b5b257900529","policy":"01a224eb-19c1-7761-b289-2dd3a791f3f9","text":"execute[nova:disconnect(x)] :- p(x)","identity":"execute[nova:disconnect(x)] :- p(x)","name":null,"comment":"","created":{"revision":30,"index":1}}');
INSERT INTO public.changes VALUES (31, 0, 'table', 'a_action:disconnect', NULL, '{"policy":"a_action","name":"disconnect","columns":1,"created":{"revision":31,"index":0}}');
INSERT INTO public.changes VALUES (31, 1, 'rule', '01a224eb-2810-7276-9add-025c436a6659', NULL, '{"id":"01a224eb-2810-7276-9add-025c436a6659","policy":"01a224eb-19c1-7761-b289-2dd3a791f3f9","text":"disconnect(x) :- p(x)","identity":"disconnect(x) :- p(x)","name":null,"comment":"","created":{"revision":31,"index":1}}');
INSERT INTO public.changes VALUES (32, 0, 'table', 'going:gone', NULL, '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}');
INSERT INTO public.changes VALUES (32, 1, 'rule', '01a224eb-28b1-738a-b92b-b5bbaf996c68', NULL, '{"id":"01a224eb-28b1-738a-b92b-b5bbaf996c68","policy":"01a224eb-1d07-76cd-98ee-5b9d59a31142","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}');
INSERT INTO public.changes VALUES (33, 0, 'table', 'with.dots:u', NULL, '{"policy":"with.dots","name":"u","columns":1,"created":{"revision":33,"index":0}}');
INSERT INTO public.changes VALUES (33, 1, 'rule', '01a224eb-2944-76a6-9f9e-be43f1da8c1d', NULL, '{"id":"01a224eb-2944-76a6-9f9e-be43f1da8c1d","policy":"01a224eb-1d5d-7776-9681-e56171895b01","text":"u(\"中\")","identity":"u(\"中\")","name":null,"comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":33,"index":1}}');
INSERT INTO public.changes VALUES (34, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}');
INSERT INTO public.changes VALUES (34, 1, 'rule', '01a224eb-29bc-7526-9afa-59fafba7bc8d', NULL, '{"id":"01a224eb-29bc-7526-9afa-59fafba7bc8d","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}');
INSERT INTO public.changes VALUES (35, 0, 'rule', '01a224eb-29bc-7526-9afa-59fafba7bc8d', '{"id":"01a224eb-29bc-7526-9afa-59fafba7bc8d","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}', NULL);
INSERT INTO public.changes VALUES (35, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}', NULL);
INSERT INTO public.changes VALUES (36, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}');
INSERT INTO public.changes VALUES (36, 1, 'rule', '01a224eb-2afd-7671-8f94-8e0d92ca1d13', NULL, '{"id":"01a224eb-2afd-7671-8f94-8e0d92ca1d13","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}');
INSERT INTO public.changes VALUES (37, 0, 'rule', '01a224eb-2afd-7671-8f94-8e0d92ca1d13', '{"id":"01a224eb-2afd-7671-8f94-8e0d92ca1d13","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}', NULL);
INSERT INTO public.changes VALUES (38, 1, 'rule', '01a224eb-2c14-7049-88cf-a2cccf8ea983', NULL, '{"id":"01a224eb-2c14-7049-88cf-a2cccf8ea983","policy":"01a224eb-1c1d-72a5-9f03-3ddde92f8b02","text":"out(1)","identity":"out(1)","name":null,"comment":"","created":{"revision":38,"index":1}}');
INSERT INTO public.changes VALUES (39, 0, 'rule', '01a224eb-28b1-738a-b92b-b5bbaf996c68', '{"id":"01a224eb-28b1-738a-b92b-b5bbaf996c68","policy":"01a224eb-1d07-76cd-98ee-5b9d59a31142","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}', NULL);
INSERT INTO public.changes VALUES (39, 1, 'table', 'going:gone', '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}', NULL);
INSERT INTO public.changes VALUES (40, 0, 'policy', '01a224eb-1d07-76cd-98ee-5b9d59a31142', '{"id":"01a224eb-1d07-76cd-98ee-5b9d59a31142","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}', NULL);
INSERT INTO public.changes VALUES (41, 0, 'library_policy', '01a224eb-2e08-779f-9727-aa4108bf0afe', NULL, '{"id":"01a224eb-2e08-779f-9727-aa4108bf0afe","name":"empty","abbreviation":"empty","description":"","kind":"nonrecursive","rules":[],"created":{"revision":41,"index":0}}');
INSERT INTO public.changes VALUES (42, 0, 'library_policy', '01a224eb-2e71-7573-8f99-129ceadcbe51', NULL, '{"id":"01a224eb-2e71-7573-8f99-129ceadcbe51","name":"plain","abbreviation":"pl","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","kind":"action","rules":[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}],"created":{"revision":42,"index":0}}');
INSERT INTO public.changes VALUES (43, 0, 'library_policy', '01a224eb-2ebf-75e7-b6d4-15b547b6709c', NULL, '{"id":"01a224eb-2ebf-75e7-b6d4-15b547b6709c","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (44, 0, 'library_policy', '01a224eb-2f54-76d2-975e-e8601a0f9b54', NULL, '{"id":"01a224eb-2f54-76d2-975e-e8601a0f9b54","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}');
INSERT INTO public.changes VALUES (45, 0, 'library_policy', '01a224eb-2fd4-7132-938c-d14bc4b1c4ee', NULL, '{"id":"01a224eb-2fd4-7132-938c-d14bc4b1c4ee","name":"many","abbreviation":"many","description":"many","kind":"nonrecursive","rules":[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}],"created":{"revision":45,"index":0}}');
INSERT INTO public.changes VALUES (46, 0, 'library_policy', '01a224eb-2ebf-75e7-b6d4-15b547b6709c', '{"id":"01a224eb-2ebf-75e7-b6d4-15b547b6709c","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}', '{"id":"01a224eb-2ebf-75e7-b6d4-15b547b6709c","name":"anew","abbreviation":"new","description":"put","kind":"database","rules":[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (47, 0, 'library_policy', '01a224eb-2f54-76d2-975e-e8601a0f9b54', '{"id":"01a224eb-2f54-76d2-975e-e8601a0f9b54","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}', NULL);
INSERT INTO public.changes VALUES (48, 0, 'policy', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","name":"many","abbreviation":"many","description":"many","owner":"user","kind":"nonrecursive","created":{"revision":48,"index":0}}');
INSERT INTO public.changes VALUES (48, 1, 'table', 'many:p', NULL, '{"policy":"many","name":"p","columns":1,"created":{"revision":48,"index":1}}');
INSERT INTO public.changes VALUES (48, 2, 'rule', '01a224eb-319c-76d3-a2ca-e6d7127be8f8', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6d7127be8f8","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(0)","identity":"p(0)","name":"0","comment":"","created":{"revision":48,"index":2}}');
INSERT INTO public.changes VALUES (48, 3, 'rule', '01a224eb-319c-76d3-a2ca-e6d839a692fe', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6d839a692fe","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(1)","identity":"p(1)","name":"1","comment":"","created":{"revision":48,"index":3}}');
INSERT INTO public.changes VALUES (48, 4, 'rule', '01a224eb-319c-76d3-a2ca-e6d9a70ccdcb', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6d9a70ccdcb","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(2)","identity":"p(2)","name":"2","comment":"","created":{"revision":48,"index":4}}');
INSERT INTO public.changes VALUES (48, 5, 'rule', '01a224eb-319c-76d3-a2ca-e6daf6f353bf', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6daf6f353bf","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(3)","identity":"p(3)","name":"3","comment":"","created":{"revision":48,"index":5}}');
INSERT INTO public.changes VALUES (48, 6, 'rule', '01a224eb-319c-76d3-a2ca-e6dbed1f0ab4', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6dbed1f0ab4","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(4)","identity":"p(4)","name":"4","comment":"","created":{"revision":48,"index":6}}');
INSERT INTO public.changes VALUES (48, 7, 'rule', '01a224eb-319c-76d3-a2ca-e6dc8e8feeae', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6dc8e8feeae","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(5)","identity":"p(5)","name":"5","comment":"","created":{"revision":48,"index":7}}');
INSERT INTO public.changes VALUES (48, 8, 'rule', '01a224eb-319c-76d3-a2ca-e6dda19cc3c1', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6dda19cc3c1","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(6)","identity":"p(6)","name":"6","comment":"","created":{"revision":48,"index":8}}');
INSERT INTO public.changes VALUES (48, 9, 'rule', '01a224eb-319c-76d3-a2ca-e6de22b9ebce', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6de22b9ebce","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(7)","identity":"p(7)","name":"7","comment":"","created":{"revision":48,"index":9}}');
INSERT INTO public.changes VALUES (48, 10, 'rule', '01a224eb-319c-76d3-a2ca-e6df05d4f8f3', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6df05d4f8f3","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(8)","identity":"p(8)","name":"8","comment":"","created":{"revision":48,"index":10}}');
INSERT INTO public.changes VALUES (48, 11, 'rule', '01a224eb-319c-76d3-a2ca-e6e0d2e026d1', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e0d2e026d1","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(9)","identity":"p(9)","name":"9","comment":"","created":{"revision":48,"index":11}}');
INSERT INTO public.changes VALUES (48, 12, 'rule', '01a224eb-319c-76d3-a2ca-e6e1e00587ad', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e1e00587ad","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(10)","identity":"p(10)","name":"10","comment":"","created":{"revision":48,"index":12}}');
INSERT INTO public.changes VALUES (48, 13, 'rule', '01a224eb-319c-76d3-a2ca-e6e2732cf9d9', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e2732cf9d9","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(11)","identity":"p(11)","name":"11","comment":"","created":{"revision":48,"index":13}}');
INSERT INTO public.changes VALUES (48, 14, 'rule', '01a224eb-319c-76d3-a2ca-e6e3161d38bf', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e3161d38bf","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(12)","identity":"p(12)","name":"12","comment":"","created":{"revision":48,"index":14}}');
INSERT INTO public.changes VALUES (48, 15, 'rule', '01a224eb-319c-76d3-a2ca-e6e4cbf81f7a', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e4cbf81f7a","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(13)","identity":"p(13)","name":"13","comment":"","created":{"revision":48,"index":15}}');
INSERT INTO public.changes VALUES (48, 16, 'rule', '01a224eb-319c-76d3-a2ca-e6e564fe97dc', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e564fe97dc","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(14)","identity":"p(14)","name":"14","comment":"","created":{"revision":48,"index":16}}');
INSERT INTO public.changes VALUES (48, 17, 'rule', '01a224eb-319c-76d3-a2ca-e6e642245903', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e642245903","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(15)","identity":"p(15)","name":"15","comment":"","created":{"revision":48,"index":17}}');
INSERT INTO public.changes VALUES (48, 18, 'rule', '01a224eb-319c-76d3-a2ca-e6e743036804', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e743036804","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(16)","identity":"p(16)","name":"16","comment":"","created":{"revision":48,"index":18}}');
INSERT INTO public.changes VALUES (48, 19, 'rule', '01a224eb-319c-76d3-a2ca-e6e893094a6e', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e893094a6e","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(17)","identity":"p(17)","name":"17","comment":"","created":{"revision":48,"index":19}}');
INSERT INTO public.changes VALUES (48, 20, 'rule', '01a224eb-319c-76d3-a2ca-e6e9c7d7f5f3', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6e9c7d7f5f3","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(18)","identity":"p(18)","name":"18","comment":"","created":{"revision":48,"index":20}}');
INSERT INTO public.changes VALUES (48, 21, 'rule', '01a224eb-319c-76d3-a2ca-e6eaf8d2e88d', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6eaf8d2e88d","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(19)","identity":"p(19)","name":"19","comment":"","created":{"revision":48,"index":21}}');
INSERT INTO public.changes VALUES (48, 22, 'rule', '01a224eb-319c-76d3-a2ca-e6ebc0f60793', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6ebc0f60793","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(20)","identity":"p(20)","name":"20","comment":"","created":{"revision":48,"index":22}}');
INSERT INTO public.changes VALUES (48, 23, 'rule', '01a224eb-319c-76d3-a2ca-e6ec537c4490', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6ec537c4490","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(21)","identity":"p(21)","name":"21","comment":"","created":{"revision":48,"index":23}}');
INSERT INTO public.changes VALUES (48, 24, 'rule', '01a224eb-319c-76d3-a2ca-e6ed04570fb3', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6ed04570fb3","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(22)","identity":"p(22)","name":"22","comment":"","created":{"revision":48,"index":24}}');
INSERT INTO public.changes VALUES (48, 25, 'rule', '01a224eb-319c-76d3-a2ca-e6ee34708539', NULL, '{"id":"01a224eb-319c-76d3-a2ca-e6ee34708539","policy":"01a224eb-319c-76d3-a2ca-e6d6f78072bb","text":"p(23)","identity":"p(23)","name":"23","comment":"","created":{"revision":48,"index":25}}');
INSERT INTO public.changes VALUES (49, 0, 'data_source', '01a224eb-3450-719f-99f1-65ffc6194799', NULL, '{"id":"01a224eb-3450-719f-99f1-65ffc6194799","name":"inventory","driver":"push","description":"what is where","type":null,"enabled":true,"config":{"description":"pushed"},"created":{"revision":49,"index":0}}');
INSERT INTO public.changes VALUES (50, 0, 'data_source', '01a224eb-34c0-7685-b7b0-515a8afbd5c3', NULL, '{"id":"01a224eb-34c0-7685-b7b0-515a8afbd5c3","name":"safe","driver":"vault","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","type":null,"enabled":true,"config":{"password":{"$sealed":"v1:3jKBJIr1Bdb5wv7YFmdXb7D4BaMGT0KFhmRbhjdotRooGiz+osHfYhkQ3ga11ltHXDX4HayQY8v38ooYDyl9rWNDwUi2dwqojtSLq/ISuugF3vkfp/h/xWq1orRNyA+PiCDkwI5ROwqGBQ=="},"url":"http://vault"},"created":{"revision":50,"index":0}}');
INSERT INTO public.changes VALUES (51, 0, 'data_source', '01a224eb-3566-749c-ae52-fe94cc724df5', NULL, '{"id":"01a224eb-3566-749c-ae52-fe94cc724df5","name":"off","driver":"vault","description":null,"type":null,"enabled":false,"config":{"password":{"$sealed":"v1:Oe0Y95PegeO952U9pMdmG5AM3pALroCS9I+vQ4WoveI7lEwqWPx7254W"},"url":"http://off"},"created":{"revision":51,"index":0}}');
INSERT INTO public.changes VALUES (52, 0, 'data_source', '01a224eb-3615-74cc-bd73-d15520a01161', NULL, '{"id":"01a224eb-3615-74cc-bd73-d15520a01161","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:mbyeXLAHM1GtVMtf4smJC9vsSj5GXlVWkYhzZ4YBmeapKJ0iqxLOP9eqd8oIaBhyW2Pi5g=="},"url":"http://gone"},"created":{"revision":52,"index":0}}');
INSERT INTO public.changes VALUES (53, 0, 'rows', '01a224eb-3450-719f-99f1-65ffc6194799:hosts', NULL, '{"table":{"data_source":"01a224eb-3450-719f-99f1-65ffc6194799","name":"hosts","updates":1,"updated_at":1795915724480118,"created":{"revision":53,"index":0}},"rows":[[1.5,9223372036854775807],["",-1],["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1],["a",1],["b",2],["nul \u0000 \u001a1",1]]}');
INSERT INTO public.changes VALUES (54, 0, 'rows', '01a224eb-3450-719f-99f1-65ffc6194799:Hosts', NULL, '{"table":{"data_source":"01a224eb-3450-719f-99f1-65ffc6194799","name":"Hosts","updates":1,"updated_at":1795915724713103,"created":{"revision":54,"index":0}},"rows":[["A"]]}');
INSERT INTO public.changes VALUES (55, 0, 'rows', '01a224eb-3450-719f-99f1-65ffc6194799:emptied', NULL, '{"table":{"data_source":"01a224eb-3450-719f-99f1-65ffc6194799","name":"emptied","updates":1,"updated_at":1795915724868148,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}');
INSERT INTO public.changes VALUES (56, 0, 'rows', '01a224eb-3450-719f-99f1-65ffc6194799:emptied', '{"table":{"data_source":"01a224eb-3450-719f-99f1-65ffc6194799","name":"emptied","updates":1,"updated_at":1795915724868148,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}', '{"table":{"data_source":"01a224eb-3450-719f-99f1-65ffc6194799","name":"emptied","updates":2,"updated_at":1795915725004156,"created":{"revision":55,"index":0}},"rows":[]}');
INSERT INTO public.changes VALUES (57, 0, 'rows', '01a224eb-34c0-7685-b7b0-515a8afbd5c3:sealed', NULL, '{"table":{"data_source":"01a224eb-34c0-7685-b7b0-515a8afbd5c3","name":"sealed","updates":1,"updated_at":1795915725160132,"created":{"revision":57,"index":0}},"rows":[["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"],["x"]]}');
INSERT INTO public.changes VALUES (58, 0, 'rows', '01a224eb-3615-74cc-bd73-d15520a01161:sealed', NULL, '{"table":{"data_source":"01a224eb-3615-74cc-bd73-d15520a01161","name":"sealed","updates":1,"updated_at":1795915725308323,"created":{"revision":58,"index":0}},"rows":[["y"]]}');
INSERT INTO public.changes VALUES (59, 0, 'rows', '01a224eb-3615-74cc-bd73-d15520a01161:sealed', '{"table":{"data_source":"01a224eb-3615-74cc-bd73-d15520a01161","name":"sealed","updates":1,"updated_at":1795915725308323,"created":{"revision":58,"index":0}},"rows":[["y"]]}', NULL);
INSERT INTO public.changes VALUES (59, 1, 'data_source', '01a224eb-3615-74cc-bd73-d15520a01161', '{"id":"01a224eb-3615-74cc-bd73-d15520a01161","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:WVjQcmBc3YmdjaIYFq2h1blu7lS0ozhR31kd+mTWfm9x6SXZp2q06sLsYbE/YkzzshneQQ=="},"url":"http://gone"},"created":{"revision":52,"index":0}}', NULL);
INSERT INTO public.changes VALUES (60, 0, 'policy', '01a224eb-4128-7767-80fe-c0ea89a8a140', NULL, '{"id":"01a224eb-4128-7767-80fe-c0ea89a8a140","name":"late","abbreviation":"late","description":"made by a server that had started again","owner":"user","kind":"nonrecursive","created":{"revision":60,"index":0}}');
INSERT INTO public.changes VALUES (61, 0, 'table', 'late:p', NULL, '{"policy":"late","name":"p","columns":1,"created":{"revision":61,"index":0}}');
INSERT INTO public.changes VALUES (61, 1, 'rule', '01a224eb-42c6-7525-8f2b-647d84771353', NULL, '{"id":"01a224eb-42c6-7525-8f2b-647d84771353","policy":"01a224eb-4128-7767-80fe-c0ea89a8a140","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":61,"index":1}}');
INSERT INTO public.commits VALUES (1, 1795915716316518, 'statehouse', '', '01a224eb-16dc-77b5-bd15-10e9ca8c5f36');
INSERT INTO public.commits VALUES (2, 1795915716886043, 'anonymous', 'req-9e8623e0-41b6-4b29-bb17-492a633280ab', '01a224eb-1916-73ec-b3cb-d9d3331c21b5');
INSERT INTO public.commits VALUES (3, 1795915717064167, 'anonymous', 'req-80fc8264-0d15-445f-918a-0032c3270717', '01a224eb-19c8-7673-afb3-69ea2a847cbe');
INSERT INTO public.commits VALUES (4, 1795915717148249, 'anonymous', 'req-7b25ac1a-7732-47c4-bd0a-c2fa47430a2f', '01a224eb-1a1c-765c-9487-bad9c8d0fc98');
INSERT INTO public.commits VALUES (5, 1795915717292125, 'anonymous', 'req-9512cea5-9e77-4658-b9d6-78c92bd4b01c', '01a224eb-1aac-729a-9853-d19ccc68ede2');
INSERT INTO public.commits VALUES (6, 1795915717412130, 'anonymous', 'req-8cc6a474-aca5-4960-8bc4-9779277430ae', '01a224eb-1b24-73a1-aaea-ee9d4fd478c5');
INSERT INTO public.commits VALUES (7, 1795915717573533, 'anonymous', 'req-60507621-4376-4b1e-aa35-1952507dc2b6', '01a224eb-1bc5-7231-9d0f-b1868469d887');
INSERT INTO public.commits VALUES (8, 1795915717672583, 'anonymous', 'req-50233d85-d772-45e4-a928-2de6fc7d6188', '01a224eb-1c28-771f-97e5-466f41fd5f96');
INSERT INTO public.commits VALUES (9, 1795915717817591, 'anonymous', 'req-dd144a0e-45fd-41fc-83dd-d8893685e4f2', '01a224eb-1cb9-7437-be44-a85ae211622e');
INSERT INTO public.commits VALUES (10, 1795915717904163, 'anonymous', 'req-0245a8eb-85e0-4e67-bc1c-d56e80777dc4', '01a224eb-1d10-772b-a350-3f971bb226f0');
INSERT INTO public.commits VALUES (11, 1795915718000110, 'anonymous', 'req-c9f7b781-8e11-4d84-a617-981f5ceb89c7', '01a224eb-1d70-7376-92b0-bea9af0f7d2b');
INSERT INTO public.commits VALUES (12, 1795915718112143, 'anonymous', 'req-fdab66ca-7eef-49d2-bc52-51ea91cbcc06', '01a224eb-1de0-74e6-8b0a-9ba14be07075');
INSERT INTO public.commits VALUES (13, 1795915718228120, 'anonymous', 'req-52a011be-e776-4423-83f1-1419eaffb451', '01a224eb-1e54-731f-8284-eeb2b005fe6f');
INSERT INTO public.commits VALUES (14, 1795915718336736, 'anonymous', 'req-ef579867-8bd8-4ec9-9b3e-fbba90d8be72', '01a224eb-1ec0-766c-92a7-9d047be8b5ba');
INSERT INTO public.commits VALUES (15, 1795915718433103, 'anonymous', 'req-94853728-bc41-49c6-bb87-cfa842f2d176', '01a224eb-1f21-712d-bfde-9168c1286958');
INSERT INTO public.commits VALUES (16, 1795915718542934, 'anonymous', 'req-f50800d0-015c-4548-9718-7b656538a5b6', '01a224eb-1f8e-74d7-903b-1afbd93f7908');
INSERT INTO public.commits VALUES (17, 1795915718709865, 'anonymous', 'req-6844ef25-8507-4bee-af90-182fcc966b8a', '01a224eb-2035-7651-a836-35a2b0d24986');
INSERT INTO public.commits VALUES (18, 1795915718876314, 'anonymous', 'req-40a056f2-551f-40ba-b9fe-520188eecbfc', '01a224eb-20dc-7226-b145-d0a51433ab6e');
INSERT INTO public.commits VALUES (19, 1795915718968240, 'anonymous', 'req-e5a6f97d-246b-49c5-8db1-25aa4b36c43c', '01a224eb-2138-706a-affb-574a6e6ecfc7');
INSERT INTO public.commits VALUES (20, 1795915719107637, 'anonymous', 'req-b88b259a-67d7-4904-a6bb-330f6d105815', '01a224eb-21c3-743d-aaba-2e9cbb7e767e');
INSERT INTO public.commits VALUES (21, 1795915719227842, 'anonymous', 'req-c4ef2e97-82c0-49b9-b54c-96fe691c2004', '01a224eb-223b-749a-b850-159f2921c3a6');
INSERT INTO public.commits VALUES (22, 1795915719385364, 'anonymous', 'req-0fb1aaa0-6e82-43ec-ba8f-83ec4d77efae', '01a224eb-22d9-76be-a74f-aaad381b4bcc');
INSERT INTO public.commits VALUES (23, 1795915719564067, 'anonymous', 'req-1c283178-2bea-4ae2-bc2e-826ecc84793d', '01a224eb-238c-75bd-ae74-7aa384f7bdd7');
INSERT INTO public.commits VALUES (24, 1795915719712127, 'anonymous', 'req-96889eae-d6cd-4a83-8943-a4d2b25fe701', '01a224eb-2420-7691-9f43-7d19e67b0d6f');
INSERT INTO public.commits VALUES (25, 1795915719872997, 'anonymous', 'req-0c12b10f-36a7-4be3-b2c2-e63dc163168e', '01a224eb-24c0-7217-807b-a15fa1513bb7');
INSERT INTO public.commits VALUES (26, 1795915720017225, 'anonymous', 'req-886f29de-1fc9-481e-828d-7f1bde16ee16', '01a224eb-2551-77c7-bfd6-c7b2a3d2d0b0');
INSERT INTO public.commits VALUES (27, 1795915720178846, 'anonymous', 'req-2bbdfa1b-9663-4700-8a37-c74870b8e4c4', '01a224eb-25f2-7119-973e-ca1113952631');
INSERT INTO public.commits VALUES (28, 1795915720317595, 'anonymous', 'req-809ceca4-3942-41f3-973a-a59ec4dbd739', '01a224eb-267d-749d-9efe-a6a5a14fc303');
INSERT INTO public.commits VALUES (29, 1795915720416268, 'anonymous', 'req-2d4bf0ca-79c2-42ec-922e-37f2017a2a9d', '01a224eb-26e0-74b9-8476-039de6b3b92a');
INSERT INTO public.commits VALUES (30, 1795915720556579, 'anonymous', 'req-2e0c83c3-8382-422a-ae37-7644d7133ffb', '01a224eb-276c-74bb-9e25-f6f8956fd2f4');
INSERT INTO public.commits VALUES (31, 1795915720728251, 'anonymous', 'req-a9cf225c-7710-4d79-b223-f7e2ca394d2f', '01a224eb-2818-7308-8dac-16778300ebee');
INSERT INTO public.commits VALUES (32, 1795915720894373, 'anonymous', 'req-79e81dad-4030-4710-9710-b5f4d648904c', '01a224eb-28be-74df-9e94-c9e43248846e');
INSERT INTO public.commits VALUES (33, 1795915721032797, 'anonymous', 'req-4937eb58-7204-4f4b-97d2-599117f0e2a0', '01a224eb-2948-760b-a053-5e75f56987cc');
INSERT INTO public.commits VALUES (34, 1795915721172210, 'anonymous', 'req-96c6efdb-483e-499f-8215-01f80730415f', '01a224eb-29d4-740f-bd8d-f941a172dd59');
INSERT INTO public.commits VALUES (35, 1795915721354908, 'anonymous', 'req-17bae212-1577-4cb2-86bf-cf6c491fc190', '01a224eb-2a8a-71e2-871c-86460747f75d');
INSERT INTO public.commits VALUES (36, 1795915721488271, 'anonymous', 'req-8f77e347-c9e3-4f15-a161-2a706f75e252', '01a224eb-2b10-726c-b971-7c6afc189d64');
INSERT INTO public.commits VALUES (37, 1795915721623967, 'anonymous', 'req-6d19acc4-0181-48ad-a0cd-7a42c0b4d9c8', '01a224eb-2b97-72b0-9f60-548d400c85e6');
INSERT INTO public.commits VALUES (38, 1795915721752186, 'anonymous', 'req-8035d31a-58d3-4d4e-83df-389c4cfcc219', '01a224eb-2c18-7641-8043-234d65fa9317');
INSERT INTO public.commits VALUES (39, 1795915721927082, 'anonymous', 'req-5e33bd42-fd08-4dd1-9e67-d29c4d020344', '01a224eb-2cc7-76c5-80d7-dd38b085a9c6');
INSERT INTO public.commits VALUES (40, 1795915722100146, 'anonymous', 'req-8df53017-3ef8-404c-a996-c545960aef7b', '01a224eb-2d74-76c0-ba02-a45e56b04849');
INSERT INTO public.commits VALUES (41, 1795915722260132, 'anonymous', 'req-baf22900-2a7d-4f01-914b-3e6c5a0c4cb5', '01a224eb-2e14-7561-b211-3804d9fa7dd5');
INSERT INTO public.commits VALUES (42, 1795915722360470, 'anonymous', 'req-0e9e72e5-a6d1-4b49-b89c-a6be6cf326fd', '01a224eb-2e78-734c-8f3c-bd6fe62939cb');
INSERT INTO public.commits VALUES (43, 1795915722448125, 'anonymous', 'req-3fd44857-b1c9-481a-a7a8-f15c66e48b57', '01a224eb-2ed0-76d5-9ef7-0bc8e746d5b2');
INSERT INTO public.commits VALUES (44, 1795915722584803, 'anonymous', 'req-d5683989-e632-4f4d-8e78-4f7a06813f01', '01a224eb-2f58-7025-838c-fb2da3b0d48a');
INSERT INTO public.commits VALUES (45, 1795915722730963, 'anonymous', 'req-26eb73a4-099b-4961-be7f-27b41fb60e85', '01a224eb-2fea-724e-b706-1fd20dde03e7');
INSERT INTO public.commits VALUES (46, 1795915722880362, 'anonymous', 'req-81aa7e29-139b-4247-9f16-7ce0b8079fcf', '01a224eb-3080-7623-9fc9-daebfa718d69');
INSERT INTO public.commits VALUES (47, 1795915723012862, 'anonymous', 'req-46769739-72b1-4a58-adcc-de61d068f9e0', '01a224eb-3104-752b-9174-28fa97f86d13');
INSERT INTO public.commits VALUES (48, 1795915723166250, 'anonymous', 'req-8a00ac53-ca1f-4f36-bf23-aff79109878e', '01a224eb-319e-74d1-bed3-3faa4a5f6872');
INSERT INTO public.commits VALUES (49, 1795915723861434, 'anonymous', 'req-b3294bd8-7be4-41be-84e0-a8f569c18a83', '01a224eb-3455-728b-8c47-b5f4598d56bb');
INSERT INTO public.commits VALUES (50, 1795915723996730, 'anonymous', 'req-96962ef6-8a2e-47a9-b68b-4b388a28d242', '01a224eb-34dc-7144-a757-383bc1a4a65e');
INSERT INTO public.commits VALUES (51, 1795915724176281, 'anonymous', 'req-b015a0ec-72c6-42f0-8819-f4596bb6be9b', '01a224eb-3590-7439-8f0d-e5934ab993c5');
INSERT INTO public.commits VALUES (52, 1795915724313276, 'anonymous', 'req-c993f7ee-12a1-4a75-b1a8-e226885139e4', '01a224eb-3619-7617-80fe-d239c5d7f8e0');
INSERT INTO public.commits VALUES (53, 1795915724480118, 'anonymous', 'req-333073ca-dd78-4a11-a6b3-0a2598916b0c', '01a224eb-36c0-7043-8b7f-8b77aa7a86aa');
INSERT INTO public.commits VALUES (54, 1795915724713103, 'anonymous', 'req-64d2a00c-b9a1-4fc9-bdfa-70f830082006', '01a224eb-37a9-77cd-844f-a1cca27b023d');
INSERT INTO public.commits VALUES (55, 1795915724868148, 'anonymous', 'req-0755abde-abf0-40a9-8ba6-55470ef472fb', '01a224eb-3844-7413-be31-9238285eacb6');
INSERT INTO public.commits VALUES (56, 1795915725004156, 'anonymous', 'req-a6585112-1d14-4e26-b928-2f3ec479e46e', '01a224eb-38cc-77fd-9373-022fe75b5735');
INSERT INTO public.commits VALUES (57, 1795915725160132, 'anonymous', 'req-d155237d-168b-461f-b2bf-183ee8b182a6', '01a224eb-3968-7476-8025-c655c082b8b1');
INSERT INTO public.commits VALUES (58, 1795915725308323, 'anonymous', 'req-b0f39ed0-7dc2-474d-82b9-3037cd37bf55', '01a224eb-39fc-7188-9a15-25613d05b68d');
INSERT INTO public.commits VALUES (59, 1795915725433559, 'anonymous', 'req-2a5fc311-b4c8-45bc-9cf1-5342e906661f', '01a224eb-3a79-7147-958e-5b8ff544afba');
INSERT INTO public.commits VALUES (60, 1795915727148102, 'anonymous', 'req-1c22bdac-c69d-4417-afa5-839e216e6d3b', '01a224eb-412c-709f-8c1b-8f7d037de2e7');
INSERT INTO public.commits VALUES (61, 1795915727592170, 'anonymous', 'req-001655ea-ac7f-4b42-a075-4d678b64bad6', '01a224eb-42e8-72cc-8b97-dac71346e87e');
INSERT INTO public.data_source_rows VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'hosts', '[1.5,9223372036854775807]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'hosts', '["",-1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'hosts', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'hosts', '["a",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'hosts', '["b",2]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'hosts', '["nul \u0000 \u001a1",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'Hosts', '["A"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-34c0-7685-b7b0-515a8afbd5c3', 'sealed', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224eb-34c0-7685-b7b0-515a8afbd5c3', 'sealed', '["x"]', DEFAULT);
INSERT INTO public.data_source_tables VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'hosts', 1, 1795915724480118, 53, 0);
INSERT INTO public.data_source_tables VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'Hosts', 1, 1795915724713103, 54, 0);
INSERT INTO public.data_source_tables VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'emptied', 2, 1795915725004156, 55, 0);
INSERT INTO public.data_source_tables VALUES ('01a224eb-34c0-7685-b7b0-515a8afbd5c3', 'sealed', 1, 1795915725160132, 57, 0);
INSERT INTO public.data_sources VALUES ('01a224eb-3450-719f-99f1-65ffc6194799', 'inventory', 'data_source', 'push', 'what is where', NULL, true, '{"description":"pushed"}', 49, 0);
INSERT INTO public.data_sources VALUES ('01a224eb-34c0-7685-b7b0-515a8afbd5c3', 'safe', 'data_source', 'vault', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', NULL, true, '{"password":{"$sealed":"v1:wQ6ypoYoePwCoBcKRXhaII/73R3Sfl7WdV8JyXlKy3v6xNQF78bDhLOvsmY3wl61jmum9DtzfRA6pc5HIJRZgWikt9pEcUGQK6Pb7I5UCFwnFBDJigGKtxJ31OWfAOWg/rejEAKUIbz5NA=="},"url":"http://vault"}', 50, 0);
INSERT INTO public.data_sources VALUES ('01a224eb-3566-749c-ae52-fe94cc724df5', 'off', 'data_source', 'vault', NULL, NULL, false, '{"password":{"$sealed":"v1:6ohB/l9SrhCYTbTVUXGvA8gk8kB6Ru/2VRoVUGdi5J8DunwtKujsApbr"},"url":"http://off"}', 51, 0);
INSERT INTO public.head VALUES (1, 61);
INSERT INTO public.library_policies VALUES ('01a224eb-2e08-779f-9727-aa4108bf0afe', 'empty', 'empty', '', 'nonrecursive', '[]', 41, 0);
INSERT INTO public.library_policies VALUES ('01a224eb-2e71-7573-8f99-129ceadcbe51', 'plain', 'pl', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'action', '[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}]', 42, 0);
INSERT INTO public.library_policies VALUES ('01a224eb-2fd4-7132-938c-d14bc4b1c4ee', 'many', 'many', 'many', 'nonrecursive', '[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}]', 45, 0);
INSERT INTO public.library_policies VALUES ('01a224eb-2ebf-75e7-b6d4-15b547b6709c', 'anew', 'new', 'put', 'database', '[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}]', 43, 0);
INSERT INTO public.names VALUES ('classification', 'policy');
INSERT INTO public.names VALUES ('action', 'policy');
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
INSERT INTO public.names VALUES ('late', 'policy');
INSERT INTO public.policies VALUES ('01a224eb-16cd-7248-9d54-7798837fae78', 'classification', 'policy', 'class', 'default policy', 'user', 'nonrecursive', 1, 0);
INSERT INTO public.policies VALUES ('01a224eb-16cd-7248-9d54-7799b91646fa', 'action', 'policy', 'actio', 'default action policy', 'user', 'action', 1, 1);
INSERT INTO public.policies VALUES ('01a224eb-1915-7546-b429-89147661a640', 'a_nonrecursive', 'policy', 'nonre', 'nonrecursive "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 2, 0);
INSERT INTO public.policies VALUES ('01a224eb-19c1-7761-b289-2dd3a791f3f9', 'a_action', 'policy', 'actio', 'action "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'action', 3, 0);
INSERT INTO public.policies VALUES ('01a224eb-1a0d-7182-a553-e87401477dd1', 'a_database', 'policy', 'datab', 'database "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'database', 4, 0);
INSERT INTO public.policies VALUES ('01a224eb-1a91-70be-ab66-766da2faf922', 'a_materialized', 'policy', 'mater', 'materialized "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'materialized', 5, 0);
INSERT INTO public.policies VALUES ('01a224eb-1b14-759f-9d6b-00bb5f62c6f1', 'a_datasource', 'policy', 'datas', 'datasource "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'datasource', 6, 0);
INSERT INTO public.policies VALUES ('01a224eb-1bc2-763f-9708-baf25a1af82c', 'a_z3', 'policy', 'z3', 'z3 "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'z3', 7, 0);
INSERT INTO public.policies VALUES ('01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'plain', 'policy', 'plain', '', 'user', 'nonrecursive', 8, 0);
INSERT INTO public.policies VALUES ('01a224eb-1cae-740a-aad8-0c45c638a883', 'Plain', 'policy', 'Plain', '', 'user', 'nonrecursive', 9, 0);
INSERT INTO public.policies VALUES ('01a224eb-1d5d-7776-9681-e56171895b01', 'with.dots', 'policy', 'with.', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 11, 0);
INSERT INTO public.policies VALUES ('01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'many', 'policy', 'many', 'many', 'user', 'nonrecursive', 48, 0);
INSERT INTO public.policies VALUES ('01a224eb-4128-7767-80fe-c0ea89a8a140', 'late', 'policy', 'late', 'made by a server that had started again', 'user', 'nonrecursive', 60, 0);
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
INSERT INTO public.policy_tables VALUES ('late', 'p', 1, 61, 0, DEFAULT, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-1dd8-7267-a904-53316ed63264', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'p(1)', 'p(1)', NULL, '', 12, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-1e45-7577-85b8-d93bd744ce70', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'p("two")', 'p("two")', 'two', 'said so', 13, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-1eb0-762c-b87a-324e4dff0db7', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'q(x) :- p(x), not r(x)', 'q(x) :- not r(x), p(x)', 'a rule', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 14, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-1f15-7437-9d8d-d0a2c297bdc5', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'r(3)', 'r(3)', NULL, '', 15, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-1f79-7022-9017-c947de151e57', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 's(x, y) :- p(x), inventory:hosts(y, 1)', 's(x, y) :- inventory:hosts(y, 1), p(x)', NULL, '', 16, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-202d-7766-b04f-35f2fc018a16', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'inner(x, z) :- s(x, y), s(y, z), not q(z)', 'inner(x, z) :- not q(z), s(x, y), s(y, z)', NULL, '', 17, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-20bd-757c-9a79-fdc86afb2fce', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'p(-9223372036854775808)', 'p(-9223372036854775808)', NULL, '', 18, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2131-7331-921f-e13973cd4ae0', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'p(2.5)', 'p(2.5)', NULL, '', 19, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-21a4-7304-8a4e-bbf9ec4c3c5b', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'p("1 and 50% of it''s 中文 😀")', 'p("1 and 50% of it''s 中文 😀")', 'odd 1', '', 20, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2230-7609-82f2-a9e9c1b5839c', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', NULL, '', 21, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-22d5-7194-b6d6-f6e9a50e5251', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'safe(x) :- Plain:p(x)', 'safe(x) :- Plain:p(x)', NULL, '', 22, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2376-7249-811c-b38db9abab15', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'lower(x) :- p(x), builtin:lt(x, 3)', 'lower(x) :- builtin:lt(x, 3), p(x)', NULL, '', 23, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2417-70c1-bb9b-421f7132c539', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'nul("a\u0000b0")', 'nul("a\u0000b0")', NULL, '', 24, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-24bc-71a8-9a90-b638683ac33c', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'P(1)', 'P(1)', NULL, '', 25, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-253a-7686-af54-bd05553dabf3', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'none()', 'none()', NULL, '', 26, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-25f1-7754-903a-368c6da67d9d', '01a224eb-1cae-740a-aad8-0c45c638a883', 'p(1)', 'p(1)', 'n', 'c', 27, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2669-7050-8497-de3f15044afa', '01a224eb-1cae-740a-aad8-0c45c638a883', 'p(2)', 'p(2)', 'n', 'c', 28, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-26dd-774b-821d-e287299dece4', '01a224eb-1cae-740a-aad8-0c45c638a883', 'e(x) :- plain:q(x)', 'e(x) :- plain:q(x)', 'n', 'c', 29, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2753-74c0-b488-b5b257900529', '01a224eb-19c1-7761-b289-2dd3a791f3f9', 'execute[nova:disconnect(x)] :- p(x)', 'execute[nova:disconnect(x)] :- p(x)', NULL, '', 30, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2810-7276-9add-025c436a6659', '01a224eb-19c1-7761-b289-2dd3a791f3f9', 'disconnect(x) :- p(x)', 'disconnect(x) :- p(x)', NULL, '', 31, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2944-76a6-9f9e-be43f1da8c1d', '01a224eb-1d5d-7776-9681-e56171895b01', 'u("中")', 'u("中")', NULL, '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 33, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-2c14-7049-88cf-a2cccf8ea983', '01a224eb-1c1d-72a5-9f03-3ddde92f8b02', 'out(1)', 'out(1)', NULL, '', 38, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6d7127be8f8', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(0)', 'p(0)', '0', '', 48, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6d839a692fe', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(1)', 'p(1)', '1', '', 48, 3, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6d9a70ccdcb', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(2)', 'p(2)', '2', '', 48, 4, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6daf6f353bf', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(3)', 'p(3)', '3', '', 48, 5, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6dbed1f0ab4', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(4)', 'p(4)', '4', '', 48, 6, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6dc8e8feeae', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(5)', 'p(5)', '5', '', 48, 7, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6dda19cc3c1', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(6)', 'p(6)', '6', '', 48, 8, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6de22b9ebce', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(7)', 'p(7)', '7', '', 48, 9, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6df05d4f8f3', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(8)', 'p(8)', '8', '', 48, 10, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e0d2e026d1', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(9)', 'p(9)', '9', '', 48, 11, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e1e00587ad', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(10)', 'p(10)', '10', '', 48, 12, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e2732cf9d9', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(11)', 'p(11)', '11', '', 48, 13, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e3161d38bf', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(12)', 'p(12)', '12', '', 48, 14, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e4cbf81f7a', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(13)', 'p(13)', '13', '', 48, 15, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e564fe97dc', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(14)', 'p(14)', '14', '', 48, 16, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e642245903', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(15)', 'p(15)', '15', '', 48, 17, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e743036804', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(16)', 'p(16)', '16', '', 48, 18, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e893094a6e', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(17)', 'p(17)', '17', '', 48, 19, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6e9c7d7f5f3', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(18)', 'p(18)', '18', '', 48, 20, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6eaf8d2e88d', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(19)', 'p(19)', '19', '', 48, 21, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6ebc0f60793', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(20)', 'p(20)', '20', '', 48, 22, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6ec537c4490', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(21)', 'p(21)', '21', '', 48, 23, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6ed04570fb3', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(22)', 'p(22)', '22', '', 48, 24, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-319c-76d3-a2ca-e6ee34708539', '01a224eb-319c-76d3-a2ca-e6d6f78072bb', 'p(23)', 'p(23)', '23', '', 48, 25, DEFAULT);
INSERT INTO public.rules VALUES ('01a224eb-42c6-7525-8f2b-647d84771353', '01a224eb-4128-7767-80fe-c0ea89a8a140', 'p(1)', 'p(1)', NULL, '', 61, 1, DEFAULT);
INSERT INTO public.schema_migrations VALUES (1, 'initial', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795915714497992, 'statehouse-migrations 0.1.0');
INSERT INTO public.settings VALUES ('sealing_key_check', 'v1:JNRkbo1vRg2dbYJ1/K631UYvp771L0ZIQrFItyILDe/hYerWVvogrGjC5x4LZRsHneRs1T9j9kfTTl+1Ys2L7ZD7ir4=');
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
ALTER TABLE ONLY public.library_policies
    ADD CONSTRAINT library_policies_name_key UNIQUE (name);
ALTER TABLE ONLY public.library_policies
    ADD CONSTRAINT library_policies_pkey PRIMARY KEY (id);
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
ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);
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
