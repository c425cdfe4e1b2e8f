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
INSERT INTO public.changes VALUES (1, 0, 'policy', '01a224e9-7637-75ed-91bb-d9192bbf140f', NULL, '{"id":"01a224e9-7637-75ed-91bb-d9192bbf140f","name":"classification","abbreviation":"class","description":"default policy","owner":"user","kind":"nonrecursive","created":{"revision":1,"index":0}}');
INSERT INTO public.changes VALUES (1, 1, 'policy', '01a224e9-7637-75ed-91bb-d91a4ba0c545', NULL, '{"id":"01a224e9-7637-75ed-91bb-d91a4ba0c545","name":"action","abbreviation":"actio","description":"default action policy","owner":"user","kind":"action","created":{"revision":1,"index":1}}');
INSERT INTO public.changes VALUES (2, 0, 'policy', '01a224e9-78c9-75e3-8258-edca9e3c1220', NULL, '{"id":"01a224e9-78c9-75e3-8258-edca9e3c1220","name":"a_nonrecursive","abbreviation":"nonre","description":"nonrecursive \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":2,"index":0}}');
INSERT INTO public.changes VALUES (3, 0, 'policy', '01a224e9-79bb-70e4-867e-944bcd0b258a', NULL, '{"id":"01a224e9-79bb-70e4-867e-944bcd0b258a","name":"a_action","abbreviation":"actio","description":"action \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"action","created":{"revision":3,"index":0}}');
INSERT INTO public.changes VALUES (4, 0, 'policy', '01a224e9-7a60-704e-9012-48b253905505', NULL, '{"id":"01a224e9-7a60-704e-9012-48b253905505","name":"a_database","abbreviation":"datab","description":"database \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"database","created":{"revision":4,"index":0}}');
INSERT INTO public.changes VALUES (5, 0, 'policy', '01a224e9-7ae7-738b-8465-09ba0cd3d1f8', NULL, '{"id":"01a224e9-7ae7-738b-8465-09ba0cd3d1f8","name":"a_materialized","abbreviation":"mater","description":"materialized \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"materialized","created":{"revision":5,"index":0}}');
INSERT INTO public.changes VALUES (6, 0, 'policy', '01a224e9-7b89-732e-b7a1-8853f5c8b247', NULL, '{"id":"01a224e9-7b89-732e-b7a1-8853f5c8b247","name":"a_datasource","abbreviation":"datas","description":"datasource \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"datasource","created":{"revision":6,"index":0}}');
INSERT INTO public.changes VALUES (7, 0, 'policy', '01a224e9-7c58-71e5-b1de-3f5b49fd9056', NULL, '{"id":"01a224e9-7c58-71e5-b1de-3f5b49fd9056","name":"a_z3","abbreviation":"z3","description":"z3 \"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"z3","created":{"revision":7,"index":0}}');
INSERT INTO public.changes VALUES (8, 0, 'policy', '01a224e9-7cc5-714f-b68e-193de3290a19', NULL, '{"id":"01a224e9-7cc5-714f-b68e-193de3290a19","name":"plain","abbreviation":"plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":8,"index":0}}');
INSERT INTO public.changes VALUES (9, 0, 'policy', '01a224e9-7d50-7626-8ee5-0954974df3b8', NULL, '{"id":"01a224e9-7d50-7626-8ee5-0954974df3b8","name":"Plain","abbreviation":"Plain","description":"","owner":"user","kind":"nonrecursive","created":{"revision":9,"index":0}}');
INSERT INTO public.changes VALUES (10, 0, 'policy', '01a224e9-7df7-718a-9d07-6e257d0ef994', NULL, '{"id":"01a224e9-7df7-718a-9d07-6e257d0ef994","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}');
INSERT INTO public.changes VALUES (11, 0, 'policy', '01a224e9-7e9c-7499-a41b-c6dd1d7c81bc', NULL, '{"id":"01a224e9-7e9c-7499-a41b-c6dd1d7c81bc","name":"with.dots","abbreviation":"with.","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","owner":"user","kind":"nonrecursive","created":{"revision":11,"index":0}}');
INSERT INTO public.changes VALUES (12, 0, 'table', 'plain:p', NULL, '{"policy":"plain","name":"p","columns":1,"created":{"revision":12,"index":0}}');
INSERT INTO public.changes VALUES (12, 1, 'rule', '01a224e9-7f3d-7730-8a41-df0dd6a50394', NULL, '{"id":"01a224e9-7f3d-7730-8a41-df0dd6a50394","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":12,"index":1}}');
INSERT INTO public.changes VALUES (13, 0, 'rule', '01a224e9-7fe1-724f-a765-ea03769b7e93', NULL, '{"id":"01a224e9-7fe1-724f-a765-ea03769b7e93","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"p(\"two\")","identity":"p(\"two\")","name":"two","comment":"said so","created":{"revision":13,"index":0}}');
INSERT INTO public.changes VALUES (14, 0, 'table', 'plain:q', NULL, '{"policy":"plain","name":"q","columns":1,"created":{"revision":14,"index":0}}');
INSERT INTO public.changes VALUES (14, 1, 'table', 'plain:r', NULL, '{"policy":"plain","name":"r","columns":1,"created":{"revision":14,"index":1}}');
INSERT INTO public.changes VALUES (14, 2, 'rule', '01a224e9-8065-7084-a6b5-f5f69592d11e', NULL, '{"id":"01a224e9-8065-7084-a6b5-f5f69592d11e","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"q(x) :- p(x), not r(x)","identity":"q(x) :- not r(x), p(x)","name":"a rule","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":14,"index":2}}');
INSERT INTO public.changes VALUES (15, 0, 'rule', '01a224e9-8106-72d3-802d-698bd8c92313', NULL, '{"id":"01a224e9-8106-72d3-802d-698bd8c92313","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"r(3)","identity":"r(3)","name":null,"comment":"","created":{"revision":15,"index":0}}');
INSERT INTO public.changes VALUES (16, 0, 'table', 'plain:s', NULL, '{"policy":"plain","name":"s","columns":2,"created":{"revision":16,"index":0}}');
INSERT INTO public.changes VALUES (16, 1, 'table', 'inventory:hosts', NULL, '{"policy":"inventory","name":"hosts","columns":2,"created":{"revision":16,"index":1}}');
INSERT INTO public.changes VALUES (16, 2, 'rule', '01a224e9-815a-72ab-aac5-a90d03e76249', NULL, '{"id":"01a224e9-815a-72ab-aac5-a90d03e76249","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"s(x, y) :- p(x), inventory:hosts(y, 1)","identity":"s(x, y) :- inventory:hosts(y, 1), p(x)","name":null,"comment":"","created":{"revision":16,"index":2}}');
INSERT INTO public.changes VALUES (17, 0, 'table', 'plain:inner', NULL, '{"policy":"plain","name":"inner","columns":2,"created":{"revision":17,"index":0}}');
INSERT INTO public.changes VALUES (17, 1, 'rule', '01a224e9-8208-72d3-a410-ddda9f91a20e', NULL, '{"id":"01a224e9-8208-72d3-a410-ddda9f91a20e","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"inner(x, z) :- s(x, y), s(y, z), not q(z)","identity":"inner(x, z) :- not q(z), s(x, y), s(y, z)","name":null,"comment":"","created":{"revision":17,"index":1}}');
INSERT INTO public.changes VALUES (18, 0, 'rule', '01a224e9-82c1-70e5-8e4b-1451310efd26', NULL, '{"id":"01a224e9-82c1-70e5-8e4b-1451310efd26","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"p(-9223372036854775808)","identity":"p(-9223372036854775808)","name":null,"comment":"","created":{"revision":18,"index":0}}');
INSERT INTO public.changes VALUES (19, 0, 'rule', '01a224e9-8329-72ee-9327-ad14409d78fb', NULL, '{"id":"01a224e9-8329-72ee-9327-ad14409d78fb","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"p(2.5)","identity":"p(2.5)","name":null,"comment":"","created":{"revision":19,"index":0}}');
INSERT INTO public.changes VALUES (20, 0, 'rule', '01a224e9-83c4-74e7-985b-5ea8f31ee98e', NULL, '{"id":"01a224e9-83c4-74e7-985b-5ea8f31ee98e","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"p(\"\u001a and 50% of it''s 中文 😀\")","identity":"p(\"\u001a and 50% of it''s 中文 😀\")","name":"odd \u001a","comment":"","created":{"revision":20,"index":0}}');
INSERT INTO public.changes VALUES (21, 0, 'table', 'plain:long', NULL, '{"policy":"plain","name":"long","columns":40,"created":{"revision":21,"index":0}}');
INSERT INTO public.changes VALUES (37, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}', NULL);
INSERT INTO public.changes VALUES (38, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":38,"index":0}}');
INSERT INTO public.changes VALUES (21, 1, 'rule', '01a224e9-8433-758e-9ba2-186fed35d2f3', NULL, '{"id":"01a224e9-8433-758e-9ba2-186fed35d2f3","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","identity":"long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")","name":null,"comment":"","created":{"revision":21,"index":1}}');
INSERT INTO public.changes VALUES (22, 0, 'table', 'plain:safe', NULL, '{"policy":"plain","name":"safe","columns":1,"created":{"revision":22,"index":0}}');
INSERT INTO public.changes VALUES (22, 1, 'table', 'Plain:p', NULL, '{"policy":"Plain","name":"p","columns":1,"created":{"revision":22,"index":1}}');
INSERT INTO public.changes VALUES (22, 2, 'rule', '01a224e9-8493-747c-a89a-d872a42ee9ca', NULL, '{"id":"01a224e9-8493-747c-a89a-d872a42ee9ca","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"safe(x) :- Plain:p(x)","identity":"safe(x) :- Plain:p(x)","name":null,"comment":"","created":{"revision":22,"index":2}}');
INSERT INTO public.changes VALUES (23, 0, 'table', 'plain:lower', NULL, '{"policy":"plain","name":"lower","columns":1,"created":{"revision":23,"index":0}}');
INSERT INTO public.changes VALUES (23, 1, 'rule', '01a224e9-8528-70e2-b5d3-f91e8ac0efe6', NULL, '{"id":"01a224e9-8528-70e2-b5d3-f91e8ac0efe6","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"lower(x) :- p(x), builtin:lt(x, 3)","identity":"lower(x) :- builtin:lt(x, 3), p(x)","name":null,"comment":"","created":{"revision":23,"index":1}}');
INSERT INTO public.changes VALUES (24, 0, 'table', 'plain:nul', NULL, '{"policy":"plain","name":"nul","columns":1,"created":{"revision":24,"index":0}}');
INSERT INTO public.changes VALUES (24, 1, 'rule', '01a224e9-8584-7739-af3f-dab834cf2484', NULL, '{"id":"01a224e9-8584-7739-af3f-dab834cf2484","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"nul(\"a\\u0000b\u0000\")","identity":"nul(\"a\\u0000b\u0000\")","name":null,"comment":"","created":{"revision":24,"index":1}}');
INSERT INTO public.changes VALUES (25, 0, 'table', 'plain:P', NULL, '{"policy":"plain","name":"P","columns":1,"created":{"revision":25,"index":0}}');
INSERT INTO public.changes VALUES (25, 1, 'rule', '01a224e9-8605-7420-999d-7c91131ee5f3', NULL, '{"id":"01a224e9-8605-7420-999d-7c91131ee5f3","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"P(1)","identity":"P(1)","name":null,"comment":"","created":{"revision":25,"index":1}}');
INSERT INTO public.changes VALUES (26, 0, 'table', 'plain:none', NULL, '{"policy":"plain","name":"none","columns":0,"created":{"revision":26,"index":0}}');
INSERT INTO public.changes VALUES (26, 1, 'rule', '01a224e9-868c-74c7-8f72-0561ed664094', NULL, '{"id":"01a224e9-868c-74c7-8f72-0561ed664094","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"none()","identity":"none()","name":null,"comment":"","created":{"revision":26,"index":1}}');
INSERT INTO public.changes VALUES (27, 0, 'rule', '01a224e9-86eb-7442-becb-745021120c61', NULL, '{"id":"01a224e9-86eb-7442-becb-745021120c61","policy":"01a224e9-7d50-7626-8ee5-0954974df3b8","text":"p(1)","identity":"p(1)","name":"n","comment":"c","created":{"revision":27,"index":0}}');
INSERT INTO public.changes VALUES (28, 0, 'rule', '01a224e9-8775-76a0-813f-70e2d3e568b6', NULL, '{"id":"01a224e9-8775-76a0-813f-70e2d3e568b6","policy":"01a224e9-7d50-7626-8ee5-0954974df3b8","text":"p(2)","identity":"p(2)","name":"n","comment":"c","created":{"revision":28,"index":0}}');
INSERT INTO public.changes VALUES (29, 0, 'table', 'Plain:e', NULL, '{"policy":"Plain","name":"e","columns":1,"created":{"revision":29,"index":0}}');
INSERT INTO public.changes VALUES (29, 1, 'rule', '01a224e9-8809-71c0-9d45-95587ab13def', NULL, '{"id":"01a224e9-8809-71c0-9d45-95587ab13def","policy":"01a224e9-7d50-7626-8ee5-0954974df3b8","text":"e(x) :- plain:q(x)","identity":"e(x) :- plain:q(x)","name":"n","comment":"c","created":{"revision":29,"index":1}}');
INSERT INTO public.changes VALUES (30, 0, 'table', 'a_action:p', NULL, '{"policy":"a_action","name":"p","columns":1,"created":{"revision":30,"index":0}}');
INSERT INTO public.changes VALUES (30, 1, 'rule', '01a224e9-8842-7355-80dc-796d2815124d', NULL, '{"id":"01a224e9-8842-7355-80dc-796d2815124d","policy":"01a224e9-79bb-70e4-867e-944bcd0b258a","text":"execute[nova:disconnect(x)] :- p(x)","identity":"execute[nova:disconnect(x)] :- p(x)","name":null,"comment":"","created":{"revision":30,"index":1}}');
INSERT INTO public.changes VALUES (31, 0, 'table', 'a_action:disconnect', NULL, '{"policy":"a_action","name":"disconnect","columns":1,"created":{"revision":31,"index":0}}');
INSERT INTO public.changes VALUES (31, 1, 'rule', '01a224e9-88bd-7759-b52e-e1d2114e5531', NULL, '{"id":"01a224e9-88bd-7759-b52e-e1d2114e5531","policy":"01a224e9-79bb-70e4-867e-944bcd0b258a","text":"disconnect(x) :- p(x)","identity":"disconnect(x) :- p(x)","name":null,"comment":"","created":{"revision":31,"index":1}}');
INSERT INTO public.changes VALUES (32, 0, 'table', 'going:gone', NULL, '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}');
INSERT INTO public.changes VALUES (32, 1, 'rule', '01a224e9-8938-73fd-9264-8dca4686afab', NULL, '{"id":"01a224e9-8938-73fd-9264-8dca4686afab","policy":"01a224e9-7df7-718a-9d07-6e257d0ef994","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}');
INSERT INTO public.changes VALUES (33, 0, 'table', 'with.dots:u', NULL, '{"policy":"with.dots","name":"u","columns":1,"created":{"revision":33,"index":0}}');
INSERT INTO public.changes VALUES (33, 1, 'rule', '01a224e9-89f4-7484-b89b-7b9b151fd93c', NULL, '{"id":"01a224e9-89f4-7484-b89b-7b9b151fd93c","policy":"01a224e9-7e9c-7499-a41b-c6dd1d7c81bc","text":"u(\"中\")","identity":"u(\"中\")","name":null,"comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":33,"index":1}}');
INSERT INTO public.changes VALUES (34, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}');
INSERT INTO public.changes VALUES (34, 1, 'rule', '01a224e9-8a9d-73a0-a751-dc714b57d78d', NULL, '{"id":"01a224e9-8a9d-73a0-a751-dc714b57d78d","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}');
INSERT INTO public.changes VALUES (35, 0, 'rule', '01a224e9-8a9d-73a0-a751-dc714b57d78d', '{"id":"01a224e9-8a9d-73a0-a751-dc714b57d78d","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"out(1)","identity":"out(1)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":34,"index":1}}', NULL);
INSERT INTO public.changes VALUES (35, 1, 'table', 'plain:out', '{"policy":"plain","name":"out","columns":1,"created":{"revision":34,"index":0}}', NULL);
INSERT INTO public.changes VALUES (36, 0, 'table', 'plain:out', NULL, '{"policy":"plain","name":"out","columns":1,"created":{"revision":36,"index":0}}');
INSERT INTO public.changes VALUES (36, 1, 'rule', '01a224e9-8b9c-7642-8322-ba7dfd5d7edd', NULL, '{"id":"01a224e9-8b9c-7642-8322-ba7dfd5d7edd","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}');
INSERT INTO public.changes VALUES (37, 0, 'rule', '01a224e9-8b9c-7642-8322-ba7dfd5d7edd', '{"id":"01a224e9-8b9c-7642-8322-ba7dfd5d7edd","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"out(x) :- p(x)","identity":"out(x) :- p(x)","name":"out","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","created":{"revision":36,"index":1}}', NULL);
INSERT INTO public.changes VALUES (38, 1, 'rule', '01a224e9-8cbc-77a8-8bce-7b31fd28eaf6', NULL, '{"id":"01a224e9-8cbc-77a8-8bce-7b31fd28eaf6","policy":"01a224e9-7cc5-714f-b68e-193de3290a19","text":"out(1)","identity":"out(1)","name":null,"comment":"","created":{"revision":38,"index":1}}');
INSERT INTO public.changes VALUES (39, 0, 'rule', '01a224e9-8938-73fd-9264-8dca4686afab', '{"id":"01a224e9-8938-73fd-9264-8dca4686afab","policy":"01a224e9-7df7-718a-9d07-6e257d0ef994","text":"gone(1)","identity":"gone(1)","name":null,"comment":"","created":{"revision":32,"index":1}}', NULL);
INSERT INTO public.changes VALUES (39, 1, 'table', 'going:gone', '{"policy":"going","name":"gone","columns":1,"created":{"revision":32,"index":0}}', NULL);
INSERT INTO public.changes VALUES (40, 0, 'policy', '01a224e9-7df7-718a-9d07-6e257d0ef994', '{"id":"01a224e9-7df7-718a-9d07-6e257d0ef994","name":"going","abbreviation":"going","description":"","owner":"user","kind":"nonrecursive","created":{"revision":10,"index":0}}', NULL);
INSERT INTO public.changes VALUES (41, 0, 'library_policy', '01a224e9-8e85-7107-bfeb-e1f0143d1675', NULL, '{"id":"01a224e9-8e85-7107-bfeb-e1f0143d1675","name":"empty","abbreviation":"empty","description":"","kind":"nonrecursive","rules":[],"created":{"revision":41,"index":0}}');
INSERT INTO public.changes VALUES (42, 0, 'library_policy', '01a224e9-8f31-772b-b2e3-9ed2966d6a3d', NULL, '{"id":"01a224e9-8f31-772b-b2e3-9ed2966d6a3d","name":"plain","abbreviation":"pl","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","kind":"action","rules":[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}],"created":{"revision":42,"index":0}}');
INSERT INTO public.changes VALUES (43, 0, 'library_policy', '01a224e9-8fb4-7578-af3d-fcadb2abdb0a', NULL, '{"id":"01a224e9-8fb4-7578-af3d-fcadb2abdb0a","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (44, 0, 'library_policy', '01a224e9-9035-70b3-8e03-2c9e9a1a57c9', NULL, '{"id":"01a224e9-9035-70b3-8e03-2c9e9a1a57c9","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}');
INSERT INTO public.changes VALUES (45, 0, 'library_policy', '01a224e9-90b9-71ca-a747-8409b9f98767', NULL, '{"id":"01a224e9-90b9-71ca-a747-8409b9f98767","name":"many","abbreviation":"many","description":"many","kind":"nonrecursive","rules":[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}],"created":{"revision":45,"index":0}}');
INSERT INTO public.changes VALUES (46, 0, 'library_policy', '01a224e9-8fb4-7578-af3d-fcadb2abdb0a', '{"id":"01a224e9-8fb4-7578-af3d-fcadb2abdb0a","name":"of_old","abbreviation":"of_ol","description":"replaced","kind":"nonrecursive","rules":[{"rule":"p(1)","name":"before"}],"created":{"revision":43,"index":0}}', '{"id":"01a224e9-8fb4-7578-af3d-fcadb2abdb0a","name":"anew","abbreviation":"new","description":"put","kind":"database","rules":[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}],"created":{"revision":43,"index":0}}');
INSERT INTO public.changes VALUES (47, 0, 'library_policy', '01a224e9-9035-70b3-8e03-2c9e9a1a57c9', '{"id":"01a224e9-9035-70b3-8e03-2c9e9a1a57c9","name":"going","abbreviation":"going","description":"deleted","kind":"nonrecursive","rules":[{"rule":"p(0)"},{"rule":"p(1)"},{"rule":"p(2)"},{"rule":"p(3)"},{"rule":"p(4)"}],"created":{"revision":44,"index":0}}', NULL);
INSERT INTO public.changes VALUES (48, 0, 'policy', '01a224e9-9248-76ca-b9f0-7d9963c59946', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7d9963c59946","name":"many","abbreviation":"many","description":"many","owner":"user","kind":"nonrecursive","created":{"revision":48,"index":0}}');
INSERT INTO public.changes VALUES (48, 1, 'table', 'many:p', NULL, '{"policy":"many","name":"p","columns":1,"created":{"revision":48,"index":1}}');
INSERT INTO public.changes VALUES (48, 2, 'rule', '01a224e9-9248-76ca-b9f0-7d9ab1b6e528', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7d9ab1b6e528","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(0)","identity":"p(0)","name":"0","comment":"","created":{"revision":48,"index":2}}');
INSERT INTO public.changes VALUES (48, 3, 'rule', '01a224e9-9248-76ca-b9f0-7d9b7a25a6f5', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7d9b7a25a6f5","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(1)","identity":"p(1)","name":"1","comment":"","created":{"revision":48,"index":3}}');
INSERT INTO public.changes VALUES (48, 4, 'rule', '01a224e9-9248-76ca-b9f0-7d9c9abfab85', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7d9c9abfab85","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(2)","identity":"p(2)","name":"2","comment":"","created":{"revision":48,"index":4}}');
INSERT INTO public.changes VALUES (48, 5, 'rule', '01a224e9-9248-76ca-b9f0-7d9dcc03b315', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7d9dcc03b315","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(3)","identity":"p(3)","name":"3","comment":"","created":{"revision":48,"index":5}}');
INSERT INTO public.changes VALUES (48, 6, 'rule', '01a224e9-9248-76ca-b9f0-7d9ec716c019', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7d9ec716c019","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(4)","identity":"p(4)","name":"4","comment":"","created":{"revision":48,"index":6}}');
INSERT INTO public.changes VALUES (48, 7, 'rule', '01a224e9-9248-76ca-b9f0-7d9f0768f836', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7d9f0768f836","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(5)","identity":"p(5)","name":"5","comment":"","created":{"revision":48,"index":7}}');
INSERT INTO public.changes VALUES (48, 8, 'rule', '01a224e9-9248-76ca-b9f0-7da0f7fdffa8', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da0f7fdffa8","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(6)","identity":"p(6)","name":"6","comment":"","created":{"revision":48,"index":8}}');
INSERT INTO public.changes VALUES (48, 9, 'rule', '01a224e9-9248-76ca-b9f0-7da1bf86c5ed', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da1bf86c5ed","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(7)","identity":"p(7)","name":"7","comment":"","created":{"revision":48,"index":9}}');
INSERT INTO public.changes VALUES (48, 10, 'rule', '01a224e9-9248-76ca-b9f0-7da2fd83f291', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da2fd83f291","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(8)","identity":"p(8)","name":"8","comment":"","created":{"revision":48,"index":10}}');
INSERT INTO public.changes VALUES (48, 11, 'rule', '01a224e9-9248-76ca-b9f0-7da31b081c48', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da31b081c48","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(9)","identity":"p(9)","name":"9","comment":"","created":{"revision":48,"index":11}}');
INSERT INTO public.changes VALUES (48, 12, 'rule', '01a224e9-9248-76ca-b9f0-7da4b4661d1e', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da4b4661d1e","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(10)","identity":"p(10)","name":"10","comment":"","created":{"revision":48,"index":12}}');
INSERT INTO public.changes VALUES (48, 13, 'rule', '01a224e9-9248-76ca-b9f0-7da50fbaff09', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da50fbaff09","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(11)","identity":"p(11)","name":"11","comment":"","created":{"revision":48,"index":13}}');
INSERT INTO public.changes VALUES (48, 14, 'rule', '01a224e9-9248-76ca-b9f0-7da68437d79f', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da68437d79f","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(12)","identity":"p(12)","name":"12","comment":"","created":{"revision":48,"index":14}}');
INSERT INTO public.changes VALUES (48, 15, 'rule', '01a224e9-9248-76ca-b9f0-7da769161d0f', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da769161d0f","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(13)","identity":"p(13)","name":"13","comment":"","created":{"revision":48,"index":15}}');
INSERT INTO public.changes VALUES (48, 16, 'rule', '01a224e9-9248-76ca-b9f0-7da87cad6949', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da87cad6949","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(14)","identity":"p(14)","name":"14","comment":"","created":{"revision":48,"index":16}}');
INSERT INTO public.changes VALUES (48, 17, 'rule', '01a224e9-9248-76ca-b9f0-7da91bda7d0d', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7da91bda7d0d","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(15)","identity":"p(15)","name":"15","comment":"","created":{"revision":48,"index":17}}');
INSERT INTO public.changes VALUES (48, 18, 'rule', '01a224e9-9248-76ca-b9f0-7daaf97e66c2', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7daaf97e66c2","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(16)","identity":"p(16)","name":"16","comment":"","created":{"revision":48,"index":18}}');
INSERT INTO public.changes VALUES (48, 19, 'rule', '01a224e9-9248-76ca-b9f0-7dabea6fe17c', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7dabea6fe17c","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(17)","identity":"p(17)","name":"17","comment":"","created":{"revision":48,"index":19}}');
INSERT INTO public.changes VALUES (48, 20, 'rule', '01a224e9-9248-76ca-b9f0-7dacc35d86b3', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7dacc35d86b3","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(18)","identity":"p(18)","name":"18","comment":"","created":{"revision":48,"index":20}}');
INSERT INTO public.changes VALUES (48, 21, 'rule', '01a224e9-9248-76ca-b9f0-7dadc3b94348', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7dadc3b94348","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(19)","identity":"p(19)","name":"19","comment":"","created":{"revision":48,"index":21}}');
INSERT INTO public.changes VALUES (48, 22, 'rule', '01a224e9-9248-76ca-b9f0-7dae749f760f', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7dae749f760f","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(20)","identity":"p(20)","name":"20","comment":"","created":{"revision":48,"index":22}}');
INSERT INTO public.changes VALUES (48, 23, 'rule', '01a224e9-9248-76ca-b9f0-7dafd4e94ff6', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7dafd4e94ff6","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(21)","identity":"p(21)","name":"21","comment":"","created":{"revision":48,"index":23}}');
INSERT INTO public.changes VALUES (48, 24, 'rule', '01a224e9-9248-76ca-b9f0-7db0e9fede63', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7db0e9fede63","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(22)","identity":"p(22)","name":"22","comment":"","created":{"revision":48,"index":24}}');
INSERT INTO public.changes VALUES (48, 25, 'rule', '01a224e9-9248-76ca-b9f0-7db18f041c66', NULL, '{"id":"01a224e9-9248-76ca-b9f0-7db18f041c66","policy":"01a224e9-9248-76ca-b9f0-7d9963c59946","text":"p(23)","identity":"p(23)","name":"23","comment":"","created":{"revision":48,"index":25}}');
INSERT INTO public.changes VALUES (49, 0, 'data_source', '01a224e9-941e-7415-b228-714f966d76a4', NULL, '{"id":"01a224e9-941e-7415-b228-714f966d76a4","name":"inventory","driver":"push","description":"what is where","type":null,"enabled":true,"config":{"description":"pushed"},"created":{"revision":49,"index":0}}');
INSERT INTO public.changes VALUES (50, 0, 'data_source', '01a224e9-94a2-73bb-a3ef-bcd665b3c8de', NULL, '{"id":"01a224e9-94a2-73bb-a3ef-bcd665b3c8de","name":"safe","driver":"vault","description":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","type":null,"enabled":true,"config":{"password":{"$sealed":"v1:B7UR5CT44qvZEg9uPoTMF5txlA1TSFNC1IdrgdiYaj30CnjBa5tn3Q2Fj3ijYZT2MUgMn2KceNpVOqgjwi8KFT/GuX4ox6QbCvfmEAX9r/eG6DY7sR76foMaT5tuB+xIqFnK839j3gDKuA=="},"url":"http://vault"},"created":{"revision":50,"index":0}}');
INSERT INTO public.changes VALUES (51, 0, 'data_source', '01a224e9-9551-774e-8a62-278ebeb09297', NULL, '{"id":"01a224e9-9551-774e-8a62-278ebeb09297","name":"off","driver":"vault","description":null,"type":null,"enabled":false,"config":{"password":{"$sealed":"v1:TTXs3O3Vt4KuznjpyWdXR88AkIGmtQo47u2qclTAZ/T5fiiYNoKTtnvo"},"url":"http://off"},"created":{"revision":51,"index":0}}');
INSERT INTO public.changes VALUES (52, 0, 'data_source', '01a224e9-95e9-72d3-8763-2583f5716200', NULL, '{"id":"01a224e9-95e9-72d3-8763-2583f5716200","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:aBV81U2ERCOS6qEmsDhlT2Y4SF+1r9IRH25vWGF/rKRbIC0WjbbACiJpoNpTuqKpf8Kl+A=="},"url":"http://gone"},"created":{"revision":52,"index":0}}');
INSERT INTO public.changes VALUES (53, 0, 'rows', '01a224e9-941e-7415-b228-714f966d76a4:hosts', NULL, '{"table":{"data_source":"01a224e9-941e-7415-b228-714f966d76a4","name":"hosts","updates":1,"updated_at":1795915618020891,"created":{"revision":53,"index":0}},"rows":[[1.5,9223372036854775807],["",-1],["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1],["a",1],["b",2],["nul \u0000 \u001a1",1]]}');
INSERT INTO public.changes VALUES (54, 0, 'rows', '01a224e9-941e-7415-b228-714f966d76a4:Hosts', NULL, '{"table":{"data_source":"01a224e9-941e-7415-b228-714f966d76a4","name":"Hosts","updates":1,"updated_at":1795915618284149,"created":{"revision":54,"index":0}},"rows":[["A"]]}');
INSERT INTO public.changes VALUES (55, 0, 'rows', '01a224e9-941e-7415-b228-714f966d76a4:emptied', NULL, '{"table":{"data_source":"01a224e9-941e-7415-b228-714f966d76a4","name":"emptied","updates":1,"updated_at":1795915618468205,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}');
INSERT INTO public.changes VALUES (56, 0, 'rows', '01a224e9-941e-7415-b228-714f966d76a4:emptied', '{"table":{"data_source":"01a224e9-941e-7415-b228-714f966d76a4","name":"emptied","updates":1,"updated_at":1795915618468205,"created":{"revision":55,"index":0}},"rows":[[1],[2]]}', '{"table":{"data_source":"01a224e9-941e-7415-b228-714f966d76a4","name":"emptied","updates":2,"updated_at":1795915618688137,"created":{"revision":55,"index":0}},"rows":[]}');
INSERT INTO public.changes VALUES (57, 0, 'rows', '01a224e9-94a2-73bb-a3ef-bcd665b3c8de:sealed', NULL, '{"table":{"data_source":"01a224e9-94a2-73bb-a3ef-bcd665b3c8de","name":"sealed","updates":1,"updated_at":1795915618844115,"created":{"revision":57,"index":0}},"rows":[["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"],["x"]]}');
INSERT INTO public.changes VALUES (58, 0, 'rows', '01a224e9-95e9-72d3-8763-2583f5716200:sealed', NULL, '{"table":{"data_source":"01a224e9-95e9-72d3-8763-2583f5716200","name":"sealed","updates":1,"updated_at":1795915619032209,"created":{"revision":58,"index":0}},"rows":[["y"]]}');
INSERT INTO public.changes VALUES (59, 0, 'rows', '01a224e9-95e9-72d3-8763-2583f5716200:sealed', '{"table":{"data_source":"01a224e9-95e9-72d3-8763-2583f5716200","name":"sealed","updates":1,"updated_at":1795915619032209,"created":{"revision":58,"index":0}},"rows":[["y"]]}', NULL);
INSERT INTO public.changes VALUES (59, 1, 'data_source', '01a224e9-95e9-72d3-8763-2583f5716200', '{"id":"01a224e9-95e9-72d3-8763-2583f5716200","name":"gone","driver":"vault","description":null,"type":null,"enabled":true,"config":{"password":{"$sealed":"v1:n90Xgk2LKbqQk7vidH+YmnSX4MZZjcXojdlt6hGnzrQaRHxdQgyH1Sfpto58Uq956bqsRA=="},"url":"http://gone"},"created":{"revision":52,"index":0}}', NULL);
INSERT INTO public.changes VALUES (60, 0, 'policy', '01a224e9-a187-769b-a1bb-2f18a329e278', NULL, '{"id":"01a224e9-a187-769b-a1bb-2f18a329e278","name":"late","abbreviation":"late","description":"made by a server that had started again","owner":"user","kind":"nonrecursive","created":{"revision":60,"index":0}}');
INSERT INTO public.changes VALUES (61, 0, 'table', 'late:p', NULL, '{"policy":"late","name":"p","columns":1,"created":{"revision":61,"index":0}}');
INSERT INTO public.changes VALUES (61, 1, 'rule', '01a224e9-a2b0-7783-9ad3-84506d30191c', NULL, '{"id":"01a224e9-a2b0-7783-9ad3-84506d30191c","policy":"01a224e9-a187-769b-a1bb-2f18a329e278","text":"p(1)","identity":"p(1)","name":null,"comment":"","created":{"revision":61,"index":1}}');
INSERT INTO public.commits VALUES (1, 1795915609676341, 'statehouse', '', '01a224e9-764c-7438-adeb-47df12faca1d');
INSERT INTO public.commits VALUES (2, 1795915610320128, 'anonymous', 'req-b0825295-4d72-498d-96fb-533357724413', '01a224e9-78d0-7721-8a07-5ad96f207165');
INSERT INTO public.commits VALUES (3, 1795915610564165, 'anonymous', 'req-97540979-639c-48a0-8c14-f69376796310', '01a224e9-79c4-76eb-bb51-1ffa32d520d8');
INSERT INTO public.commits VALUES (4, 1795915610732357, 'anonymous', 'req-92349c6c-75a6-472f-8342-0f127e1c3180', '01a224e9-7a6c-749c-93dc-18b77abea6a7');
INSERT INTO public.commits VALUES (5, 1795915610880116, 'anonymous', 'req-d4a5c031-55f9-4c1d-8f4a-d9bb90f5c9fa', '01a224e9-7b00-75e5-a14c-649565fba012');
INSERT INTO public.commits VALUES (6, 1795915611021657, 'anonymous', 'req-4f007356-5045-4304-8eca-8ffdaf398345', '01a224e9-7b8d-76a6-8854-32f60d074832');
INSERT INTO public.commits VALUES (7, 1795915611245530, 'anonymous', 'req-39623cc3-11aa-4707-9ac5-d1c4ef61c470', '01a224e9-7c6d-75fe-9dba-5c48bd7626f6');
INSERT INTO public.commits VALUES (8, 1795915611353064, 'anonymous', 'req-613a1086-f2bc-4a3a-b135-295ed65bf2dd', '01a224e9-7cd9-7117-aa0a-181db76447e7');
INSERT INTO public.commits VALUES (9, 1795915611492168, 'anonymous', 'req-8e502c7c-ab52-4e08-9da3-50ae1c378767', '01a224e9-7d64-77c0-872e-5f7e4b8347a0');
INSERT INTO public.commits VALUES (10, 1795915611662289, 'anonymous', 'req-4c816c87-8937-4abe-8fca-736ad39e233c', '01a224e9-7e0e-7053-8efc-90e189247735');
INSERT INTO public.commits VALUES (11, 1795915611826161, 'anonymous', 'req-20c4d2e4-ee6f-455c-b324-17193985d6db', '01a224e9-7eb2-7788-a196-fce94317786f');
INSERT INTO public.commits VALUES (12, 1795915611976683, 'anonymous', 'req-010b4e99-af23-47db-ad74-9c0bc3745bb5', '01a224e9-7f48-75e5-95ea-e969fb188617');
INSERT INTO public.commits VALUES (13, 1795915612141670, 'anonymous', 'req-d4aa8523-bf0d-493e-af12-57d78c9fd38e', '01a224e9-7fed-7357-b71e-c6174826053e');
INSERT INTO public.commits VALUES (14, 1795915612304212, 'anonymous', 'req-4ef68d80-0695-4319-acb8-d4bf87ef5213', '01a224e9-8090-7500-b137-8ed48a39f04e');
INSERT INTO public.commits VALUES (15, 1795915612424109, 'anonymous', 'req-4ca9eb56-821c-4ab2-8a03-d59dfa24da54', '01a224e9-8108-765b-8254-867c18f0dc35');
INSERT INTO public.commits VALUES (16, 1795915612534506, 'anonymous', 'req-f9b21ab7-0767-4105-b045-f2c89a533d94', '01a224e9-8176-7046-88f2-b618b4286dc3');
INSERT INTO public.commits VALUES (17, 1795915612681717, 'anonymous', 'req-4778ec32-8664-4e27-bbf4-ad39d8a05081', '01a224e9-8209-7213-9e6e-cee63aa4aab4');
INSERT INTO public.commits VALUES (18, 1795915612865387, 'anonymous', 'req-ce77305d-5b1a-4875-9d82-cd207e6033d5', '01a224e9-82c1-70e5-8e4b-1452583666be');
INSERT INTO public.commits VALUES (19, 1795915612984138, 'anonymous', 'req-669472a9-cb3c-4a1f-9685-968d4085704f', '01a224e9-8338-776b-918e-c0b78519306d');
INSERT INTO public.commits VALUES (20, 1795915613125140, 'anonymous', 'req-5e522107-88b6-463c-9de2-af4c69fdce75', '01a224e9-83c5-775c-a8f8-34e8fb39f438');
INSERT INTO public.commits VALUES (21, 1795915613244116, 'anonymous', 'req-91b9cd15-e85c-4fc3-9856-97bc46cc7cef', '01a224e9-843c-74e4-99ad-aedd4062acaf');
INSERT INTO public.commits VALUES (22, 1795915613340263, 'anonymous', 'req-3cf5c56b-078b-4f03-81a2-b74f76dfdee6', '01a224e9-849c-72e6-8f09-3d0575c87e1e');
INSERT INTO public.commits VALUES (23, 1795915613492320, 'anonymous', 'req-610c61f3-c18c-4dd1-86ef-f3f60ef8bd41', '01a224e9-8534-7695-a8cd-9cce76e2d3bc');
INSERT INTO public.commits VALUES (24, 1795915613573127, 'anonymous', 'req-12ea0edf-354d-487a-b2fa-63a8a9859f90', '01a224e9-8585-7284-9568-8ce2d18b050f');
INSERT INTO public.commits VALUES (25, 1795915613704104, 'anonymous', 'req-7d4d3ada-3d73-4955-b517-3544148f3731', '01a224e9-8608-7629-9541-f3283195d7ca');
INSERT INTO public.commits VALUES (26, 1795915613858480, 'anonymous', 'req-e9cd96b8-de62-41c8-bae0-340ae91b1d3d', '01a224e9-86a2-72c7-b5c0-cea77f3c2436');
INSERT INTO public.commits VALUES (27, 1795915613940489, 'anonymous', 'req-1dec4fcd-88c1-4af8-a76f-ea4196e07c9c', '01a224e9-86f4-70b5-a3d3-abd05673c69a');
INSERT INTO public.commits VALUES (28, 1795915614096174, 'anonymous', 'req-638fe247-211c-4591-969f-c92c79606355', '01a224e9-8790-7480-b215-d4d59798491d');
INSERT INTO public.commits VALUES (29, 1795915614220092, 'anonymous', 'req-adac1bb5-8ec2-4dd7-afef-3cbfdfb89455', '01a224e9-880c-737b-8e23-61892dc7a019');
INSERT INTO public.commits VALUES (30, 1795915614320127, 'anonymous', 'req-c11f3bae-93c5-4dfe-9e6a-852b578645b8', '01a224e9-8870-77e4-8dbe-6ef05d7dc50c');
INSERT INTO public.commits VALUES (31, 1795915614397866, 'anonymous', 'req-705b22e7-688b-432a-a04a-270840b758bb', '01a224e9-88bd-7759-b52e-e1d3c6f9eeab');
INSERT INTO public.commits VALUES (32, 1795915614528102, 'anonymous', 'req-3ed1f325-4689-4d3b-84d0-39b2391ee261', '01a224e9-8940-75b6-b673-c9e465487fb8');
INSERT INTO public.commits VALUES (33, 1795915614726919, 'anonymous', 'req-52f2b617-f361-41d9-979a-46fd586da4fc', '01a224e9-8a06-742b-9900-563336f9eae4');
INSERT INTO public.commits VALUES (34, 1795915614888126, 'anonymous', 'req-5f134aa9-39fc-457d-bb36-15872c3e5960', '01a224e9-8aa8-72c9-9892-3686f8774a41');
INSERT INTO public.commits VALUES (35, 1795915615036096, 'anonymous', 'req-045ef2e4-07b0-437e-ba3b-fb8649f20f69', '01a224e9-8b3c-756c-a1cb-548c6b2a7889');
INSERT INTO public.commits VALUES (36, 1795915615154481, 'anonymous', 'req-0e5d6c46-fef3-4d39-93cf-5dc9e55ca3f9', '01a224e9-8bb2-70ab-94ad-771649235bb2');
INSERT INTO public.commits VALUES (37, 1795915615284557, 'anonymous', 'req-0ff993aa-0da4-4d02-ae64-780a857be0dc', '01a224e9-8c34-763c-bc87-b6598df39947');
INSERT INTO public.commits VALUES (38, 1795915615432142, 'anonymous', 'req-8fe76e77-d150-42ad-a2a0-c4d026814985', '01a224e9-8cc8-75f9-9dd5-8cce4ed915de');
INSERT INTO public.commits VALUES (39, 1795915615628514, 'anonymous', 'req-bb6aca9f-3d44-4eb3-b679-798f286b42cb', '01a224e9-8d8c-7307-a124-001feee33326');
INSERT INTO public.commits VALUES (40, 1795915615772136, 'anonymous', 'req-f6ea01ea-d1c8-4e47-bc5d-c301a7630a19', '01a224e9-8e1c-7431-b192-d1d62c7d20af');
INSERT INTO public.commits VALUES (41, 1795915615912124, 'anonymous', 'req-47910a60-0216-4c94-ac22-21b66dc79a0b', '01a224e9-8ea8-70bb-b326-90a24de824b5');
INSERT INTO public.commits VALUES (42, 1795915616049289, 'anonymous', 'req-f43bcfe6-e0eb-47d4-a6fa-e156a57b8288', '01a224e9-8f31-772b-b2e3-9ed335db54df');
INSERT INTO public.commits VALUES (43, 1795915616199543, 'anonymous', 'req-5dd952b1-77c1-4b31-bc5e-bebfa468b8e7', '01a224e9-8fc7-72a9-81de-3a2f65f454d6');
INSERT INTO public.commits VALUES (44, 1795915616320294, 'anonymous', 'req-974b53d7-e50d-489f-af28-62f2edb13c0f', '01a224e9-9040-7163-83fb-dde634efca89');
INSERT INTO public.commits VALUES (45, 1795915616460142, 'anonymous', 'req-0df836f1-85a3-4ebf-87f5-133e310c1879', '01a224e9-90cc-7550-9d94-0046c5e5eec5');
INSERT INTO public.commits VALUES (46, 1795915616595531, 'anonymous', 'req-c31fe36b-35c5-40ad-a57f-f02daad579df', '01a224e9-9153-71e6-8f2b-a1c093b0db2f');
INSERT INTO public.commits VALUES (47, 1795915616727243, 'anonymous', 'req-4b73ddd8-7cdc-4116-a9db-996614ae5f80', '01a224e9-91d7-7763-ab7a-ebc69e01af72');
INSERT INTO public.commits VALUES (48, 1795915616855603, 'anonymous', 'req-0791054c-fbb0-4058-a1a9-7efb3b92c13f', '01a224e9-9257-75ba-b3e4-f8bf21aa1746');
INSERT INTO public.commits VALUES (49, 1795915617336161, 'anonymous', 'req-27c7687c-fba4-4c4a-82f4-05ac43343417', '01a224e9-9438-77e1-95df-f341d504f843');
INSERT INTO public.commits VALUES (50, 1795915617442389, 'anonymous', 'req-fc13c81e-7f50-4f2a-a68b-90abb07f7d8d', '01a224e9-94a2-73bb-a3ef-bcd73665563e');
INSERT INTO public.commits VALUES (51, 1795915617620154, 'anonymous', 'req-c58d12eb-afef-4983-b6a4-9bbc55ecbf73', '01a224e9-9554-7683-bbd0-28aa0170e504');
INSERT INTO public.commits VALUES (52, 1795915617778632, 'anonymous', 'req-07095385-ac7e-48f2-8aea-902901624a8d', '01a224e9-95f2-7450-af0f-4568e3b003db');
INSERT INTO public.commits VALUES (53, 1795915618020891, 'anonymous', 'req-0f72c3b3-21d0-42d9-8da7-00fbc2bb3a1a', '01a224e9-96e4-7225-a22d-3568d062518c');
INSERT INTO public.commits VALUES (54, 1795915618284149, 'anonymous', 'req-dbc1e945-3335-4b82-9dfd-de937748f696', '01a224e9-97ec-7346-91fb-13a76be9d5ec');
INSERT INTO public.commits VALUES (55, 1795915618468205, 'anonymous', 'req-e3d43ace-3223-49ca-92b9-fcdded61c941', '01a224e9-98a4-7513-8543-69ae240f1f59');
INSERT INTO public.commits VALUES (56, 1795915618688137, 'anonymous', 'req-213b4e8a-c493-4fd9-8b04-9e69c9caf732', '01a224e9-9980-704e-9458-6aee9a86010d');
INSERT INTO public.commits VALUES (57, 1795915618844115, 'anonymous', 'req-bc1c8d71-30ad-4642-8796-f5759f52468e', '01a224e9-9a1c-71cd-9f56-b7dc8ead9fc8');
INSERT INTO public.commits VALUES (58, 1795915619032209, 'anonymous', 'req-1c8078ed-2ced-48d7-924d-73412f2aef4d', '01a224e9-9ad8-72fe-bbef-658435da7be5');
INSERT INTO public.commits VALUES (59, 1795915619196136, 'anonymous', 'req-69a01e46-fc37-4d60-8562-09112fb42528', '01a224e9-9b7c-763f-8b42-ae6b3affb601');
INSERT INTO public.commits VALUES (60, 1795915620743597, 'anonymous', 'req-f279b7c0-a230-4682-98dc-1687f2100d4a', '01a224e9-a187-769b-a1bb-2f19e9197248');
INSERT INTO public.commits VALUES (61, 1795915621044163, 'anonymous', 'req-48ec75d4-627d-426b-bc0a-fca879860d37', '01a224e9-a2b4-729f-b2b8-7276304965b1');
INSERT INTO public.data_source_rows VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'hosts', '[1.5,9223372036854775807]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'hosts', '["",-1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'hosts', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'hosts', '["a",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'hosts', '["b",2]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'hosts', '["nul \u0000 \u001a1",1]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'Hosts', '["A"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-94a2-73bb-a3ef-bcd665b3c8de', 'sealed', '["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]', DEFAULT);
INSERT INTO public.data_source_rows VALUES ('01a224e9-94a2-73bb-a3ef-bcd665b3c8de', 'sealed', '["x"]', DEFAULT);
INSERT INTO public.data_source_tables VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'hosts', 1, 1795915618020891, 53, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'Hosts', 1, 1795915618284149, 54, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'emptied', 2, 1795915618688137, 55, 0);
INSERT INTO public.data_source_tables VALUES ('01a224e9-94a2-73bb-a3ef-bcd665b3c8de', 'sealed', 1, 1795915618844115, 57, 0);
INSERT INTO public.data_sources VALUES ('01a224e9-941e-7415-b228-714f966d76a4', 'inventory', 'data_source', 'push', 'what is where', NULL, true, '{"description":"pushed"}', 49, 0);
INSERT INTO public.data_sources VALUES ('01a224e9-94a2-73bb-a3ef-bcd665b3c8de', 'safe', 'data_source', 'vault', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', NULL, true, '{"password":{"$sealed":"v1:jeZWHjmMOvHSFWA9H/Z/r774pBt7bGHTb+KxWiPYSOJrBpavTyEKP5dLOTfhRId9YtDmIYbzZ7f2zw390XZo6e2J+SjVxCnKmgjQjKkRPEoa5SGSbRWhotvm9wgXVBmk2EejwYyrtJX6lQ=="},"url":"http://vault"}', 50, 0);
INSERT INTO public.data_sources VALUES ('01a224e9-9551-774e-8a62-278ebeb09297', 'off', 'data_source', 'vault', NULL, NULL, false, '{"password":{"$sealed":"v1:YWrYye5c9mhGAWfLCydm0os0tfyaMi3cxgyJYbtRGKfxIy9no5T6GBk0"},"url":"http://off"}', 51, 0);
INSERT INTO public.head VALUES (1, 61);
INSERT INTO public.library_policies VALUES ('01a224e9-8e85-7107-bfeb-e1f0143d1675', 'empty', 'empty', '', 'nonrecursive', '[]', 41, 0);
INSERT INTO public.library_policies VALUES ('01a224e9-8f31-772b-b2e3-9ed2966d6a3d', 'plain', 'pl', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'action', '[{"rule":"p(1)","name":"one","comment":"c"},{"rule":"p(2)"},{"rule":"q(x) :- p(x)","comment":"\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --","note":"an extra field","deep":{"a":[1,2.5,null,true,"\u001a"]}},{"rule":"p(\"\u0000\")","nul":"\u0000"}]', 42, 0);
INSERT INTO public.library_policies VALUES ('01a224e9-90b9-71ca-a747-8409b9f98767', 'many', 'many', 'many', 'nonrecursive', '[{"rule":"p(0)","name":"0","weight":0},{"rule":"p(1)","name":"1","weight":1},{"rule":"p(2)","name":"2","weight":2},{"rule":"p(3)","name":"3","weight":3},{"rule":"p(4)","name":"4","weight":4},{"rule":"p(5)","name":"5","weight":5},{"rule":"p(6)","name":"6","weight":6},{"rule":"p(7)","name":"7","weight":7},{"rule":"p(8)","name":"8","weight":8},{"rule":"p(9)","name":"9","weight":9},{"rule":"p(10)","name":"10","weight":10},{"rule":"p(11)","name":"11","weight":11},{"rule":"p(12)","name":"12","weight":12},{"rule":"p(13)","name":"13","weight":13},{"rule":"p(14)","name":"14","weight":14},{"rule":"p(15)","name":"15","weight":15},{"rule":"p(16)","name":"16","weight":16},{"rule":"p(17)","name":"17","weight":17},{"rule":"p(18)","name":"18","weight":18},{"rule":"p(19)","name":"19","weight":19},{"rule":"p(20)","name":"20","weight":20},{"rule":"p(21)","name":"21","weight":21},{"rule":"p(22)","name":"22","weight":22},{"rule":"p(23)","name":"23","weight":23}]', 45, 0);
INSERT INTO public.library_policies VALUES ('01a224e9-8fb4-7578-af3d-fcadb2abdb0a', 'anew', 'new', 'put', 'database', '[{"rule":"b(1)","name":"after","extra":["\"it''s\" 50% \\ `x` \t\u001a é é 中文 😀 ?1 $1 :x --"]},{"rule":"b(2)","comment":"c"}]', 43, 0);
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
INSERT INTO public.policies VALUES ('01a224e9-7637-75ed-91bb-d9192bbf140f', 'classification', 'policy', 'class', 'default policy', 'user', 'nonrecursive', 1, 0);
INSERT INTO public.policies VALUES ('01a224e9-7637-75ed-91bb-d91a4ba0c545', 'action', 'policy', 'actio', 'default action policy', 'user', 'action', 1, 1);
INSERT INTO public.policies VALUES ('01a224e9-78c9-75e3-8258-edca9e3c1220', 'a_nonrecursive', 'policy', 'nonre', 'nonrecursive "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 2, 0);
INSERT INTO public.policies VALUES ('01a224e9-79bb-70e4-867e-944bcd0b258a', 'a_action', 'policy', 'actio', 'action "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'action', 3, 0);
INSERT INTO public.policies VALUES ('01a224e9-7a60-704e-9012-48b253905505', 'a_database', 'policy', 'datab', 'database "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'database', 4, 0);
INSERT INTO public.policies VALUES ('01a224e9-7ae7-738b-8465-09ba0cd3d1f8', 'a_materialized', 'policy', 'mater', 'materialized "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'materialized', 5, 0);
INSERT INTO public.policies VALUES ('01a224e9-7b89-732e-b7a1-8853f5c8b247', 'a_datasource', 'policy', 'datas', 'datasource "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'datasource', 6, 0);
INSERT INTO public.policies VALUES ('01a224e9-7c58-71e5-b1de-3f5b49fd9056', 'a_z3', 'policy', 'z3', 'z3 "it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'z3', 7, 0);
INSERT INTO public.policies VALUES ('01a224e9-7cc5-714f-b68e-193de3290a19', 'plain', 'policy', 'plain', '', 'user', 'nonrecursive', 8, 0);
INSERT INTO public.policies VALUES ('01a224e9-7d50-7626-8ee5-0954974df3b8', 'Plain', 'policy', 'Plain', '', 'user', 'nonrecursive', 9, 0);
INSERT INTO public.policies VALUES ('01a224e9-7e9c-7499-a41b-c6dd1d7c81bc', 'with.dots', 'policy', 'with.', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 'user', 'nonrecursive', 11, 0);
INSERT INTO public.policies VALUES ('01a224e9-9248-76ca-b9f0-7d9963c59946', 'many', 'policy', 'many', 'many', 'user', 'nonrecursive', 48, 0);
INSERT INTO public.policies VALUES ('01a224e9-a187-769b-a1bb-2f18a329e278', 'late', 'policy', 'late', 'made by a server that had started again', 'user', 'nonrecursive', 60, 0);
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
INSERT INTO public.rules VALUES ('01a224e9-7f3d-7730-8a41-df0dd6a50394', '01a224e9-7cc5-714f-b68e-193de3290a19', 'p(1)', 'p(1)', NULL, '', 12, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-7fe1-724f-a765-ea03769b7e93', '01a224e9-7cc5-714f-b68e-193de3290a19', 'p("two")', 'p("two")', 'two', 'said so', 13, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8065-7084-a6b5-f5f69592d11e', '01a224e9-7cc5-714f-b68e-193de3290a19', 'q(x) :- p(x), not r(x)', 'q(x) :- not r(x), p(x)', 'a rule', '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 14, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8106-72d3-802d-698bd8c92313', '01a224e9-7cc5-714f-b68e-193de3290a19', 'r(3)', 'r(3)', NULL, '', 15, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-815a-72ab-aac5-a90d03e76249', '01a224e9-7cc5-714f-b68e-193de3290a19', 's(x, y) :- p(x), inventory:hosts(y, 1)', 's(x, y) :- inventory:hosts(y, 1), p(x)', NULL, '', 16, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8208-72d3-a410-ddda9f91a20e', '01a224e9-7cc5-714f-b68e-193de3290a19', 'inner(x, z) :- s(x, y), s(y, z), not q(z)', 'inner(x, z) :- not q(z), s(x, y), s(y, z)', NULL, '', 17, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-82c1-70e5-8e4b-1451310efd26', '01a224e9-7cc5-714f-b68e-193de3290a19', 'p(-9223372036854775808)', 'p(-9223372036854775808)', NULL, '', 18, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8329-72ee-9327-ad14409d78fb', '01a224e9-7cc5-714f-b68e-193de3290a19', 'p(2.5)', 'p(2.5)', NULL, '', 19, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-83c4-74e7-985b-5ea8f31ee98e', '01a224e9-7cc5-714f-b68e-193de3290a19', 'p("1 and 50% of it''s 中文 😀")', 'p("1 and 50% of it''s 中文 😀")', 'odd 1', '', 20, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8433-758e-9ba2-186fed35d2f3', '01a224e9-7cc5-714f-b68e-193de3290a19', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', 'long("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39")', NULL, '', 21, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8493-747c-a89a-d872a42ee9ca', '01a224e9-7cc5-714f-b68e-193de3290a19', 'safe(x) :- Plain:p(x)', 'safe(x) :- Plain:p(x)', NULL, '', 22, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8528-70e2-b5d3-f91e8ac0efe6', '01a224e9-7cc5-714f-b68e-193de3290a19', 'lower(x) :- p(x), builtin:lt(x, 3)', 'lower(x) :- builtin:lt(x, 3), p(x)', NULL, '', 23, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8584-7739-af3f-dab834cf2484', '01a224e9-7cc5-714f-b68e-193de3290a19', 'nul("a\u0000b0")', 'nul("a\u0000b0")', NULL, '', 24, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8605-7420-999d-7c91131ee5f3', '01a224e9-7cc5-714f-b68e-193de3290a19', 'P(1)', 'P(1)', NULL, '', 25, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-868c-74c7-8f72-0561ed664094', '01a224e9-7cc5-714f-b68e-193de3290a19', 'none()', 'none()', NULL, '', 26, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-86eb-7442-becb-745021120c61', '01a224e9-7d50-7626-8ee5-0954974df3b8', 'p(1)', 'p(1)', 'n', 'c', 27, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8775-76a0-813f-70e2d3e568b6', '01a224e9-7d50-7626-8ee5-0954974df3b8', 'p(2)', 'p(2)', 'n', 'c', 28, 0, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8809-71c0-9d45-95587ab13def', '01a224e9-7d50-7626-8ee5-0954974df3b8', 'e(x) :- plain:q(x)', 'e(x) :- plain:q(x)', 'n', 'c', 29, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8842-7355-80dc-796d2815124d', '01a224e9-79bb-70e4-867e-944bcd0b258a', 'execute[nova:disconnect(x)] :- p(x)', 'execute[nova:disconnect(x)] :- p(x)', NULL, '', 30, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-88bd-7759-b52e-e1d2114e5531', '01a224e9-79bb-70e4-867e-944bcd0b258a', 'disconnect(x) :- p(x)', 'disconnect(x) :- p(x)', NULL, '', 31, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-89f4-7484-b89b-7b9b151fd93c', '01a224e9-7e9c-7499-a41b-c6dd1d7c81bc', 'u("中")', 'u("中")', NULL, '"it''s" 50% \ `x` 	1 é é 中文 😀 ?1 $1 :x --', 33, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-8cbc-77a8-8bce-7b31fd28eaf6', '01a224e9-7cc5-714f-b68e-193de3290a19', 'out(1)', 'out(1)', NULL, '', 38, 1, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7d9ab1b6e528', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(0)', 'p(0)', '0', '', 48, 2, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7d9b7a25a6f5', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(1)', 'p(1)', '1', '', 48, 3, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7d9c9abfab85', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(2)', 'p(2)', '2', '', 48, 4, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7d9dcc03b315', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(3)', 'p(3)', '3', '', 48, 5, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7d9ec716c019', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(4)', 'p(4)', '4', '', 48, 6, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7d9f0768f836', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(5)', 'p(5)', '5', '', 48, 7, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da0f7fdffa8', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(6)', 'p(6)', '6', '', 48, 8, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da1bf86c5ed', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(7)', 'p(7)', '7', '', 48, 9, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da2fd83f291', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(8)', 'p(8)', '8', '', 48, 10, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da31b081c48', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(9)', 'p(9)', '9', '', 48, 11, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da4b4661d1e', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(10)', 'p(10)', '10', '', 48, 12, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da50fbaff09', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(11)', 'p(11)', '11', '', 48, 13, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da68437d79f', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(12)', 'p(12)', '12', '', 48, 14, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da769161d0f', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(13)', 'p(13)', '13', '', 48, 15, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da87cad6949', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(14)', 'p(14)', '14', '', 48, 16, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7da91bda7d0d', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(15)', 'p(15)', '15', '', 48, 17, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7daaf97e66c2', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(16)', 'p(16)', '16', '', 48, 18, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7dabea6fe17c', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(17)', 'p(17)', '17', '', 48, 19, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7dacc35d86b3', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(18)', 'p(18)', '18', '', 48, 20, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7dadc3b94348', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(19)', 'p(19)', '19', '', 48, 21, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7dae749f760f', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(20)', 'p(20)', '20', '', 48, 22, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7dafd4e94ff6', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(21)', 'p(21)', '21', '', 48, 23, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7db0e9fede63', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(22)', 'p(22)', '22', '', 48, 24, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-9248-76ca-b9f0-7db18f041c66', '01a224e9-9248-76ca-b9f0-7d9963c59946', 'p(23)', 'p(23)', '23', '', 48, 25, DEFAULT);
INSERT INTO public.rules VALUES ('01a224e9-a2b0-7783-9ad3-84506d30191c', '01a224e9-a187-769b-a1bb-2f18a329e278', 'p(1)', 'p(1)', NULL, '', 61, 1, DEFAULT);
INSERT INTO public.schema_migrations VALUES (1, 'initial', '31e2bf696a1999e1c38e3cefcb42db5ac5c20091e05ce27e7a56c4660ef65950', 1795915607893889, 'statehouse-migrations 0.1.0');
INSERT INTO public.schema_migrations VALUES (2, 'leases', '93a26cd7375644be1c4c7c534d6eb3bcb5eb0949deee625988b4643227502689', 1795915608801895, 'statehouse-migrations 0.1.0');
INSERT INTO public.settings VALUES ('sealing_key_check', 'v1:gTiPiBgggBVzKODcNiDpvbccS3dJWt1LmNL/J87PH5IfR8wcprsHvZ4aYDHn4SO5tvAt9DBUrUUGlCdJelqrqFrqsi0=');
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
