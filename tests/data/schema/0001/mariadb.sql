SET FOREIGN_KEY_CHECKS = 0;
SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';
CREATE TABLE `changes` (
  `revision` bigint(20) NOT NULL,
  `change_index` bigint(20) NOT NULL CHECK (`change_index` >= 0),
  `entity` varchar(255) NOT NULL CHECK (`entity` in ('policy','rule','table','library_policy','data_source','rows')),
  `entity_id` longtext NOT NULL,
  `before` longtext DEFAULT NULL,
  `after` longtext DEFAULT NULL,
  PRIMARY KEY (`revision`,`change_index`),
  KEY `changes_by_entity` (`entity`,`entity_id`(190)),
  CONSTRAINT `changes_ibfk_1` FOREIGN KEY (`revision`) REFERENCES `commits` (`revision`),
  CONSTRAINT `CONSTRAINT_1` CHECK (`before` is not null or `after` is not null)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `changes` VALUES (1,0,'policy','01a224eb-b4d1-767c-a9a1-d7dcf3dd9493',NULL,'{\"id\":\"01a224eb-b4d1-767c-a9a1-d7dcf3dd9493\",\"name\":\"classification\",\"abbreviation\":\"class\",\"description\":\"default policy\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":1,\"index\":0}}');
INSERT INTO `changes` VALUES (1,1,'policy','01a224eb-b4d1-767c-a9a1-d7dd00d18f71',NULL,'{\"id\":\"01a224eb-b4d1-767c-a9a1-d7dd00d18f71\",\"name\":\"action\",\"abbreviation\":\"actio\",\"description\":\"default action policy\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":1,\"index\":1}}');
INSERT INTO `changes` VALUES (2,0,'policy','01a224eb-b691-750f-a72b-c5bfd6d50815',NULL,'{\"id\":\"01a224eb-b691-750f-a72b-c5bfd6d50815\",\"name\":\"a_nonrecursive\",\"abbreviation\":\"nonre\",\"description\":\"nonrecursive \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":2,\"index\":0}}');
INSERT INTO `changes` VALUES (3,0,'policy','01a224eb-b74c-772e-a9af-a8227c8a8173',NULL,'{\"id\":\"01a224eb-b74c-772e-a9af-a8227c8a8173\",\"name\":\"a_action\",\"abbreviation\":\"actio\",\"description\":\"action \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":3,\"index\":0}}');
INSERT INTO `changes` VALUES (4,0,'policy','01a224eb-b7e9-7579-847c-fa0357bfb88f',NULL,'{\"id\":\"01a224eb-b7e9-7579-847c-fa0357bfb88f\",\"name\":\"a_database\",\"abbreviation\":\"datab\",\"description\":\"database \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"database\",\"created\":{\"revision\":4,\"index\":0}}');
INSERT INTO `changes` VALUES (5,0,'policy','01a224eb-b8b8-77c1-bb49-b9181fcc9d43',NULL,'{\"id\":\"01a224eb-b8b8-77c1-bb49-b9181fcc9d43\",\"name\":\"a_materialized\",\"abbreviation\":\"mater\",\"description\":\"materialized \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"materialized\",\"created\":{\"revision\":5,\"index\":0}}');
INSERT INTO `changes` VALUES (6,0,'policy','01a224eb-b976-767f-9b10-d7e2b6f57582',NULL,'{\"id\":\"01a224eb-b976-767f-9b10-d7e2b6f57582\",\"name\":\"a_datasource\",\"abbreviation\":\"datas\",\"description\":\"datasource \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"datasource\",\"created\":{\"revision\":6,\"index\":0}}');
INSERT INTO `changes` VALUES (7,0,'policy','01a224eb-ba46-7094-b9ef-691173a9f88c',NULL,'{\"id\":\"01a224eb-ba46-7094-b9ef-691173a9f88c\",\"name\":\"a_z3\",\"abbreviation\":\"z3\",\"description\":\"z3 \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"z3\",\"created\":{\"revision\":7,\"index\":0}}');
INSERT INTO `changes` VALUES (8,0,'policy','01a224eb-bab2-735f-9705-5a823b718fdb',NULL,'{\"id\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"name\":\"plain\",\"abbreviation\":\"plain\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":8,\"index\":0}}');
INSERT INTO `changes` VALUES (9,0,'policy','01a224eb-bb80-704f-95ac-fe1a34b61ed1',NULL,'{\"id\":\"01a224eb-bb80-704f-95ac-fe1a34b61ed1\",\"name\":\"Plain\",\"abbreviation\":\"Plain\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":9,\"index\":0}}');
INSERT INTO `changes` VALUES (10,0,'policy','01a224eb-bc16-71dc-b379-ee3471c9afc2',NULL,'{\"id\":\"01a224eb-bc16-71dc-b379-ee3471c9afc2\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":10,\"index\":0}}');
INSERT INTO `changes` VALUES (11,0,'policy','01a224eb-bcef-733c-a350-dff2ca0c782a',NULL,'{\"id\":\"01a224eb-bcef-733c-a350-dff2ca0c782a\",\"name\":\"with.dots\",\"abbreviation\":\"with.\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":11,\"index\":0}}');
INSERT INTO `changes` VALUES (12,0,'table','plain:p',NULL,'{\"policy\":\"plain\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":12,\"index\":0}}');
INSERT INTO `changes` VALUES (12,1,'rule','01a224eb-bdb4-73e1-94d7-383dd48ff751',NULL,'{\"id\":\"01a224eb-bdb4-73e1-94d7-383dd48ff751\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":12,\"index\":1}}');
INSERT INTO `changes` VALUES (13,0,'rule','01a224eb-be75-7240-ba72-7e66d7243f35',NULL,'{\"id\":\"01a224eb-be75-7240-ba72-7e66d7243f35\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"p(\\\"two\\\")\",\"identity\":\"p(\\\"two\\\")\",\"name\":\"two\",\"comment\":\"said so\",\"created\":{\"revision\":13,\"index\":0}}');
INSERT INTO `changes` VALUES (14,0,'table','plain:q',NULL,'{\"policy\":\"plain\",\"name\":\"q\",\"columns\":1,\"created\":{\"revision\":14,\"index\":0}}');
INSERT INTO `changes` VALUES (14,1,'table','plain:r',NULL,'{\"policy\":\"plain\",\"name\":\"r\",\"columns\":1,\"created\":{\"revision\":14,\"index\":1}}');
INSERT INTO `changes` VALUES (14,2,'rule','01a224eb-bf01-76cc-8907-074413019968',NULL,'{\"id\":\"01a224eb-bf01-76cc-8907-074413019968\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"q(x) :- p(x), not r(x)\",\"identity\":\"q(x) :- not r(x), p(x)\",\"name\":\"a rule\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":14,\"index\":2}}');
INSERT INTO `changes` VALUES (15,0,'rule','01a224eb-bfd9-70db-ac1f-ae916ddd4530',NULL,'{\"id\":\"01a224eb-bfd9-70db-ac1f-ae916ddd4530\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"r(3)\",\"identity\":\"r(3)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":15,\"index\":0}}');
INSERT INTO `changes` VALUES (16,0,'table','plain:s',NULL,'{\"policy\":\"plain\",\"name\":\"s\",\"columns\":2,\"created\":{\"revision\":16,\"index\":0}}');
INSERT INTO `changes` VALUES (16,1,'table','inventory:hosts',NULL,'{\"policy\":\"inventory\",\"name\":\"hosts\",\"columns\":2,\"created\":{\"revision\":16,\"index\":1}}');
INSERT INTO `changes` VALUES (16,2,'rule','01a224eb-c05d-7087-a053-3eed84827ec8',NULL,'{\"id\":\"01a224eb-c05d-7087-a053-3eed84827ec8\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"s(x, y) :- p(x), inventory:hosts(y, 1)\",\"identity\":\"s(x, y) :- inventory:hosts(y, 1), p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":16,\"index\":2}}');
INSERT INTO `changes` VALUES (17,0,'table','plain:inner',NULL,'{\"policy\":\"plain\",\"name\":\"inner\",\"columns\":2,\"created\":{\"revision\":17,\"index\":0}}');
INSERT INTO `changes` VALUES (17,1,'rule','01a224eb-c14a-776a-8456-923c7204e62d',NULL,'{\"id\":\"01a224eb-c14a-776a-8456-923c7204e62d\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"inner(x, z) :- s(x, y), s(y, z), not q(z)\",\"identity\":\"inner(x, z) :- not q(z), s(x, y), s(y, z)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":17,\"index\":1}}');
INSERT INTO `changes` VALUES (18,0,'rule','01a224eb-c1f7-74b2-ad44-32dc1ba55f43',NULL,'{\"id\":\"01a224eb-c1f7-74b2-ad44-32dc1ba55f43\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"p(-9223372036854775808)\",\"identity\":\"p(-9223372036854775808)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":18,\"index\":0}}');
INSERT INTO `changes` VALUES (19,0,'rule','01a224eb-c275-76fb-9220-17d1bf557680',NULL,'{\"id\":\"01a224eb-c275-76fb-9220-17d1bf557680\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"p(2.5)\",\"identity\":\"p(2.5)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":19,\"index\":0}}');
INSERT INTO `changes` VALUES (20,0,'rule','01a224eb-c2d4-70ad-8c99-910657c7cdda',NULL,'{\"id\":\"01a224eb-c2d4-70ad-8c99-910657c7cdda\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"p(\\\"\\u001a and 50% of it\'s 中文 😀\\\")\",\"identity\":\"p(\\\"\\u001a and 50% of it\'s 中文 😀\\\")\",\"name\":\"odd \\u001a\",\"comment\":\"\",\"created\":{\"revision\":20,\"index\":0}}');
INSERT INTO `changes` VALUES (21,0,'table','plain:long',NULL,'{\"policy\":\"plain\",\"name\":\"long\",\"columns\":40,\"created\":{\"revision\":21,\"index\":0}}');
INSERT INTO `changes` VALUES (21,1,'rule','01a224eb-c363-71c1-a370-598cf4edf6af',NULL,'{\"id\":\"01a224eb-c363-71c1-a370-598cf4edf6af\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"long(\\\"0\\\", \\\"1\\\", \\\"2\\\", \\\"3\\\", \\\"4\\\", \\\"5\\\", \\\"6\\\", \\\"7\\\", \\\"8\\\", \\\"9\\\", \\\"10\\\", \\\"11\\\", \\\"12\\\", \\\"13\\\", \\\"14\\\", \\\"15\\\", \\\"16\\\", \\\"17\\\", \\\"18\\\", \\\"19\\\", \\\"20\\\", \\\"21\\\", \\\"22\\\", \\\"23\\\", \\\"24\\\", \\\"25\\\", \\\"26\\\", \\\"27\\\", \\\"28\\\", \\\"29\\\", \\\"30\\\", \\\"31\\\", \\\"32\\\", \\\"33\\\", \\\"34\\\", \\\"35\\\", \\\"36\\\", \\\"37\\\", \\\"38\\\", \\\"39\\\")\",\"identity\":\"long(\\\"0\\\", \\\"1\\\", \\\"2\\\", \\\"3\\\", \\\"4\\\", \\\"5\\\", \\\"6\\\", \\\"7\\\", \\\"8\\\", \\\"9\\\", \\\"10\\\", \\\"11\\\", \\\"12\\\", \\\"13\\\", \\\"14\\\", \\\"15\\\", \\\"16\\\", \\\"17\\\", \\\"18\\\", \\\"19\\\", \\\"20\\\", \\\"21\\\", \\\"22\\\", \\\"23\\\", \\\"24\\\", \\\"25\\\", \\\"26\\\", \\\"27\\\", \\\"28\\\", \\\"29\\\", \\\"30\\\", \\\"31\\\", \\\"32\\\", \\\"33\\\", \\\"34\\\", \\\"35\\\", \\\"36\\\", \\\"37\\\", \\\"38\\\", \\\"39\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":21,\"index\":1}}');
INSERT INTO `changes` VALUES (22,0,'table','plain:safe',NULL,'{\"policy\":\"plain\",\"name\":\"safe\",\"columns\":1,\"created\":{\"revision\":22,\"index\":0}}');
INSERT INTO `changes` VALUES (22,1,'table','Plain:p',NULL,'{\"policy\":\"Plain\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":22,\"index\":1}}');
INSERT INTO `changes` VALUES (22,2,'rule','01a224eb-c3fd-7076-8025-0843d02f0a71',NULL,'{\"id\":\"01a224eb-c3fd-7076-8025-0843d02f0a71\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"safe(x) :- Plain:p(x)\",\"identity\":\"safe(x) :- Plain:p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":22,\"index\":2}}');
INSERT INTO `changes` VALUES (23,0,'table','plain:lower',NULL,'{\"policy\":\"plain\",\"name\":\"lower\",\"columns\":1,\"created\":{\"revision\":23,\"index\":0}}');
INSERT INTO `changes` VALUES (23,1,'rule','01a224eb-c499-760b-90ca-67c17053cfd5',NULL,'{\"id\":\"01a224eb-c499-760b-90ca-67c17053cfd5\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"lower(x) :- p(x), builtin:lt(x, 3)\",\"identity\":\"lower(x) :- builtin:lt(x, 3), p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":23,\"index\":1}}');
INSERT INTO `changes` VALUES (24,0,'table','plain:nul',NULL,'{\"policy\":\"plain\",\"name\":\"nul\",\"columns\":1,\"created\":{\"revision\":24,\"index\":0}}');
INSERT INTO `changes` VALUES (24,1,'rule','01a224eb-c532-704e-b97c-fe870b9c42b2',NULL,'{\"id\":\"01a224eb-c532-704e-b97c-fe870b9c42b2\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"nul(\\\"a\\\\u0000b\\u0000\\\")\",\"identity\":\"nul(\\\"a\\\\u0000b\\u0000\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":24,\"index\":1}}');
INSERT INTO `changes` VALUES (25,0,'table','plain:P',NULL,'{\"policy\":\"plain\",\"name\":\"P\",\"columns\":1,\"created\":{\"revision\":25,\"index\":0}}');
INSERT INTO `changes` VALUES (25,1,'rule','01a224eb-c5ed-77a9-a995-2615a57b2941',NULL,'{\"id\":\"01a224eb-c5ed-77a9-a995-2615a57b2941\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"P(1)\",\"identity\":\"P(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":25,\"index\":1}}');
INSERT INTO `changes` VALUES (26,0,'table','plain:none',NULL,'{\"policy\":\"plain\",\"name\":\"none\",\"columns\":0,\"created\":{\"revision\":26,\"index\":0}}');
INSERT INTO `changes` VALUES (26,1,'rule','01a224eb-c69c-7021-8b05-263a60ccc017',NULL,'{\"id\":\"01a224eb-c69c-7021-8b05-263a60ccc017\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"none()\",\"identity\":\"none()\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":26,\"index\":1}}');
INSERT INTO `changes` VALUES (27,0,'rule','01a224eb-c74a-7522-a181-61454b8fc1b1',NULL,'{\"id\":\"01a224eb-c74a-7522-a181-61454b8fc1b1\",\"policy\":\"01a224eb-bb80-704f-95ac-fe1a34b61ed1\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":27,\"index\":0}}');
INSERT INTO `changes` VALUES (28,0,'rule','01a224eb-c7c1-7445-b17d-9426cffc3621',NULL,'{\"id\":\"01a224eb-c7c1-7445-b17d-9426cffc3621\",\"policy\":\"01a224eb-bb80-704f-95ac-fe1a34b61ed1\",\"text\":\"p(2)\",\"identity\":\"p(2)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":28,\"index\":0}}');
INSERT INTO `changes` VALUES (29,0,'table','Plain:e',NULL,'{\"policy\":\"Plain\",\"name\":\"e\",\"columns\":1,\"created\":{\"revision\":29,\"index\":0}}');
INSERT INTO `changes` VALUES (29,1,'rule','01a224eb-c8cd-7483-9c2b-29089dd2cce8',NULL,'{\"id\":\"01a224eb-c8cd-7483-9c2b-29089dd2cce8\",\"policy\":\"01a224eb-bb80-704f-95ac-fe1a34b61ed1\",\"text\":\"e(x) :- plain:q(x)\",\"identity\":\"e(x) :- plain:q(x)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":29,\"index\":1}}');
INSERT INTO `changes` VALUES (30,0,'table','a_action:p',NULL,'{\"policy\":\"a_action\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":30,\"index\":0}}');
INSERT INTO `changes` VALUES (30,1,'rule','01a224eb-c964-71a4-bc8f-47304c4f22a5',NULL,'{\"id\":\"01a224eb-c964-71a4-bc8f-47304c4f22a5\",\"policy\":\"01a224eb-b74c-772e-a9af-a8227c8a8173\",\"text\":\"execute[nova:disconnect(x)] :- p(x)\",\"identity\":\"execute[nova:disconnect(x)] :- p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":30,\"index\":1}}');
INSERT INTO `changes` VALUES (31,0,'table','a_action:disconnect',NULL,'{\"policy\":\"a_action\",\"name\":\"disconnect\",\"columns\":1,\"created\":{\"revision\":31,\"index\":0}}');
INSERT INTO `changes` VALUES (31,1,'rule','01a224eb-ca06-706d-a9a9-798514f9e44b',NULL,'{\"id\":\"01a224eb-ca06-706d-a9a9-798514f9e44b\",\"policy\":\"01a224eb-b74c-772e-a9af-a8227c8a8173\",\"text\":\"disconnect(x) :- p(x)\",\"identity\":\"disconnect(x) :- p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":31,\"index\":1}}');
INSERT INTO `changes` VALUES (32,0,'table','going:gone',NULL,'{\"policy\":\"going\",\"name\":\"gone\",\"columns\":1,\"created\":{\"revision\":32,\"index\":0}}');
INSERT INTO `changes` VALUES (32,1,'rule','01a224eb-cad8-7586-a561-b15be0c5b42b',NULL,'{\"id\":\"01a224eb-cad8-7586-a561-b15be0c5b42b\",\"policy\":\"01a224eb-bc16-71dc-b379-ee3471c9afc2\",\"text\":\"gone(1)\",\"identity\":\"gone(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":32,\"index\":1}}');
INSERT INTO `changes` VALUES (33,0,'table','with.dots:u',NULL,'{\"policy\":\"with.dots\",\"name\":\"u\",\"columns\":1,\"created\":{\"revision\":33,\"index\":0}}');
INSERT INTO `changes` VALUES (33,1,'rule','01a224eb-cba2-72b1-a012-224effa067b9',NULL,'{\"id\":\"01a224eb-cba2-72b1-a012-224effa067b9\",\"policy\":\"01a224eb-bcef-733c-a350-dff2ca0c782a\",\"text\":\"u(\\\"中\\\")\",\"identity\":\"u(\\\"中\\\")\",\"name\":null,\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":33,\"index\":1}}');
INSERT INTO `changes` VALUES (34,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":34,\"index\":0}}');
INSERT INTO `changes` VALUES (34,1,'rule','01a224eb-cc73-7365-8030-b0acd14a595f',NULL,'{\"id\":\"01a224eb-cc73-7365-8030-b0acd14a595f\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":34,\"index\":1}}');
INSERT INTO `changes` VALUES (35,0,'rule','01a224eb-cc73-7365-8030-b0acd14a595f','{\"id\":\"01a224eb-cc73-7365-8030-b0acd14a595f\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":34,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (35,1,'table','plain:out','{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":34,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (36,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":36,\"index\":0}}');
INSERT INTO `changes` VALUES (36,1,'rule','01a224eb-ce00-714e-a638-4629c591d9d0',NULL,'{\"id\":\"01a224eb-ce00-714e-a638-4629c591d9d0\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"out(x) :- p(x)\",\"identity\":\"out(x) :- p(x)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":36,\"index\":1}}');
INSERT INTO `changes` VALUES (37,0,'rule','01a224eb-ce00-714e-a638-4629c591d9d0','{\"id\":\"01a224eb-ce00-714e-a638-4629c591d9d0\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"out(x) :- p(x)\",\"identity\":\"out(x) :- p(x)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":36,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (37,1,'table','plain:out','{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":36,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (38,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":38,\"index\":0}}');
INSERT INTO `changes` VALUES (38,1,'rule','01a224eb-cf70-7671-ba2b-9115f3d35d8b',NULL,'{\"id\":\"01a224eb-cf70-7671-ba2b-9115f3d35d8b\",\"policy\":\"01a224eb-bab2-735f-9705-5a823b718fdb\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":38,\"index\":1}}');
INSERT INTO `changes` VALUES (39,0,'rule','01a224eb-cad8-7586-a561-b15be0c5b42b','{\"id\":\"01a224eb-cad8-7586-a561-b15be0c5b42b\",\"policy\":\"01a224eb-bc16-71dc-b379-ee3471c9afc2\",\"text\":\"gone(1)\",\"identity\":\"gone(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":32,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (39,1,'table','going:gone','{\"policy\":\"going\",\"name\":\"gone\",\"columns\":1,\"created\":{\"revision\":32,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (40,0,'policy','01a224eb-bc16-71dc-b379-ee3471c9afc2','{\"id\":\"01a224eb-bc16-71dc-b379-ee3471c9afc2\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":10,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (41,0,'library_policy','01a224eb-d1c0-7231-8b82-849a142f0930',NULL,'{\"id\":\"01a224eb-d1c0-7231-8b82-849a142f0930\",\"name\":\"empty\",\"abbreviation\":\"empty\",\"description\":\"\",\"kind\":\"nonrecursive\",\"rules\":[],\"created\":{\"revision\":41,\"index\":0}}');
INSERT INTO `changes` VALUES (42,0,'library_policy','01a224eb-d254-7146-933d-e5a33009b9b9',NULL,'{\"id\":\"01a224eb-d254-7146-933d-e5a33009b9b9\",\"name\":\"plain\",\"abbreviation\":\"pl\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"kind\":\"action\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"one\",\"comment\":\"c\"},{\"rule\":\"p(2)\"},{\"rule\":\"q(x) :- p(x)\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"note\":\"an extra field\",\"deep\":{\"a\":[1,2.5,null,true,\"\\u001a\"]}},{\"rule\":\"p(\\\"\\u0000\\\")\",\"nul\":\"\\u0000\"}],\"created\":{\"revision\":42,\"index\":0}}');
INSERT INTO `changes` VALUES (43,0,'library_policy','01a224eb-d2e8-71b5-b14e-f5d6e03afe7d',NULL,'{\"id\":\"01a224eb-d2e8-71b5-b14e-f5d6e03afe7d\",\"name\":\"of_old\",\"abbreviation\":\"of_ol\",\"description\":\"replaced\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"before\"}],\"created\":{\"revision\":43,\"index\":0}}');
INSERT INTO `changes` VALUES (44,0,'library_policy','01a224eb-d372-72be-9a3f-9076a727d9e7',NULL,'{\"id\":\"01a224eb-d372-72be-9a3f-9076a727d9e7\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"deleted\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\"},{\"rule\":\"p(1)\"},{\"rule\":\"p(2)\"},{\"rule\":\"p(3)\"},{\"rule\":\"p(4)\"}],\"created\":{\"revision\":44,\"index\":0}}');
INSERT INTO `changes` VALUES (45,0,'library_policy','01a224eb-d3e1-77e4-9c77-1d438181cc8c',NULL,'{\"id\":\"01a224eb-d3e1-77e4-9c77-1d438181cc8c\",\"name\":\"many\",\"abbreviation\":\"many\",\"description\":\"many\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\",\"name\":\"0\",\"weight\":0},{\"rule\":\"p(1)\",\"name\":\"1\",\"weight\":1},{\"rule\":\"p(2)\",\"name\":\"2\",\"weight\":2},{\"rule\":\"p(3)\",\"name\":\"3\",\"weight\":3},{\"rule\":\"p(4)\",\"name\":\"4\",\"weight\":4},{\"rule\":\"p(5)\",\"name\":\"5\",\"weight\":5},{\"rule\":\"p(6)\",\"name\":\"6\",\"weight\":6},{\"rule\":\"p(7)\",\"name\":\"7\",\"weight\":7},{\"rule\":\"p(8)\",\"name\":\"8\",\"weight\":8},{\"rule\":\"p(9)\",\"name\":\"9\",\"weight\":9},{\"rule\":\"p(10)\",\"name\":\"10\",\"weight\":10},{\"rule\":\"p(11)\",\"name\":\"11\",\"weight\":11},{\"rule\":\"p(12)\",\"name\":\"12\",\"weight\":12},{\"rule\":\"p(13)\",\"name\":\"13\",\"weight\":13},{\"rule\":\"p(14)\",\"name\":\"14\",\"weight\":14},{\"rule\":\"p(15)\",\"name\":\"15\",\"weight\":15},{\"rule\":\"p(16)\",\"name\":\"16\",\"weight\":16},{\"rule\":\"p(17)\",\"name\":\"17\",\"weight\":17},{\"rule\":\"p(18)\",\"name\":\"18\",\"weight\":18},{\"rule\":\"p(19)\",\"name\":\"19\",\"weight\":19},{\"rule\":\"p(20)\",\"name\":\"20\",\"weight\":20},{\"rule\":\"p(21)\",\"name\":\"21\",\"weight\":21},{\"rule\":\"p(22)\",\"name\":\"22\",\"weight\":22},{\"rule\":\"p(23)\",\"name\":\"23\",\"weight\":23}],\"created\":{\"revision\":45,\"index\":0}}');
INSERT INTO `changes` VALUES (46,0,'library_policy','01a224eb-d2e8-71b5-b14e-f5d6e03afe7d','{\"id\":\"01a224eb-d2e8-71b5-b14e-f5d6e03afe7d\",\"name\":\"of_old\",\"abbreviation\":\"of_ol\",\"description\":\"replaced\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"before\"}],\"created\":{\"revision\":43,\"index\":0}}','{\"id\":\"01a224eb-d2e8-71b5-b14e-f5d6e03afe7d\",\"name\":\"anew\",\"abbreviation\":\"new\",\"description\":\"put\",\"kind\":\"database\",\"rules\":[{\"rule\":\"b(1)\",\"name\":\"after\",\"extra\":[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]},{\"rule\":\"b(2)\",\"comment\":\"c\"}],\"created\":{\"revision\":43,\"index\":0}}');
INSERT INTO `changes` VALUES (47,0,'library_policy','01a224eb-d372-72be-9a3f-9076a727d9e7','{\"id\":\"01a224eb-d372-72be-9a3f-9076a727d9e7\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"deleted\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\"},{\"rule\":\"p(1)\"},{\"rule\":\"p(2)\"},{\"rule\":\"p(3)\"},{\"rule\":\"p(4)\"}],\"created\":{\"revision\":44,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (48,0,'policy','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"name\":\"many\",\"abbreviation\":\"many\",\"description\":\"many\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":48,\"index\":0}}');
INSERT INTO `changes` VALUES (48,1,'table','many:p',NULL,'{\"policy\":\"many\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":48,\"index\":1}}');
INSERT INTO `changes` VALUES (48,2,'rule','01a224eb-d5a0-7087-98c3-9fe44a22ad52',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fe44a22ad52\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(0)\",\"identity\":\"p(0)\",\"name\":\"0\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":2}}');
INSERT INTO `changes` VALUES (48,3,'rule','01a224eb-d5a0-7087-98c3-9fe51915afa7',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fe51915afa7\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":\"1\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":3}}');
INSERT INTO `changes` VALUES (48,4,'rule','01a224eb-d5a0-7087-98c3-9fe6683851ae',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fe6683851ae\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(2)\",\"identity\":\"p(2)\",\"name\":\"2\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":4}}');
INSERT INTO `changes` VALUES (48,5,'rule','01a224eb-d5a0-7087-98c3-9fe75a33963c',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fe75a33963c\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(3)\",\"identity\":\"p(3)\",\"name\":\"3\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":5}}');
INSERT INTO `changes` VALUES (48,6,'rule','01a224eb-d5a0-7087-98c3-9fe82a499427',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fe82a499427\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(4)\",\"identity\":\"p(4)\",\"name\":\"4\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":6}}');
INSERT INTO `changes` VALUES (48,7,'rule','01a224eb-d5a0-7087-98c3-9fe92362e885',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fe92362e885\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(5)\",\"identity\":\"p(5)\",\"name\":\"5\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":7}}');
INSERT INTO `changes` VALUES (48,8,'rule','01a224eb-d5a0-7087-98c3-9feac415ac6b',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9feac415ac6b\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(6)\",\"identity\":\"p(6)\",\"name\":\"6\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":8}}');
INSERT INTO `changes` VALUES (48,9,'rule','01a224eb-d5a0-7087-98c3-9feb2be3e8c2',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9feb2be3e8c2\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(7)\",\"identity\":\"p(7)\",\"name\":\"7\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":9}}');
INSERT INTO `changes` VALUES (48,10,'rule','01a224eb-d5a0-7087-98c3-9fec4d2ea8bb',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fec4d2ea8bb\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(8)\",\"identity\":\"p(8)\",\"name\":\"8\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":10}}');
INSERT INTO `changes` VALUES (48,11,'rule','01a224eb-d5a0-7087-98c3-9fedafff3b41',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fedafff3b41\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(9)\",\"identity\":\"p(9)\",\"name\":\"9\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":11}}');
INSERT INTO `changes` VALUES (48,12,'rule','01a224eb-d5a0-7087-98c3-9feea205a1ef',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9feea205a1ef\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(10)\",\"identity\":\"p(10)\",\"name\":\"10\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":12}}');
INSERT INTO `changes` VALUES (48,13,'rule','01a224eb-d5a0-7087-98c3-9fef7c5748f3',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9fef7c5748f3\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(11)\",\"identity\":\"p(11)\",\"name\":\"11\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":13}}');
INSERT INTO `changes` VALUES (48,14,'rule','01a224eb-d5a0-7087-98c3-9ff0ed9b7e22',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff0ed9b7e22\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(12)\",\"identity\":\"p(12)\",\"name\":\"12\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":14}}');
INSERT INTO `changes` VALUES (48,15,'rule','01a224eb-d5a0-7087-98c3-9ff1a0767c94',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff1a0767c94\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(13)\",\"identity\":\"p(13)\",\"name\":\"13\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":15}}');
INSERT INTO `changes` VALUES (48,16,'rule','01a224eb-d5a0-7087-98c3-9ff212acc3a8',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff212acc3a8\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(14)\",\"identity\":\"p(14)\",\"name\":\"14\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":16}}');
INSERT INTO `changes` VALUES (48,17,'rule','01a224eb-d5a0-7087-98c3-9ff3222b9304',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff3222b9304\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(15)\",\"identity\":\"p(15)\",\"name\":\"15\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":17}}');
INSERT INTO `changes` VALUES (48,18,'rule','01a224eb-d5a0-7087-98c3-9ff45efa2d26',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff45efa2d26\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(16)\",\"identity\":\"p(16)\",\"name\":\"16\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":18}}');
INSERT INTO `changes` VALUES (48,19,'rule','01a224eb-d5a0-7087-98c3-9ff5899fe274',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff5899fe274\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(17)\",\"identity\":\"p(17)\",\"name\":\"17\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":19}}');
INSERT INTO `changes` VALUES (48,20,'rule','01a224eb-d5a0-7087-98c3-9ff6e6e08de2',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff6e6e08de2\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(18)\",\"identity\":\"p(18)\",\"name\":\"18\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":20}}');
INSERT INTO `changes` VALUES (48,21,'rule','01a224eb-d5a0-7087-98c3-9ff7c4c87c34',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff7c4c87c34\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(19)\",\"identity\":\"p(19)\",\"name\":\"19\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":21}}');
INSERT INTO `changes` VALUES (48,22,'rule','01a224eb-d5a0-7087-98c3-9ff857015ede',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff857015ede\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(20)\",\"identity\":\"p(20)\",\"name\":\"20\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":22}}');
INSERT INTO `changes` VALUES (48,23,'rule','01a224eb-d5a0-7087-98c3-9ff9c774fedc',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ff9c774fedc\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(21)\",\"identity\":\"p(21)\",\"name\":\"21\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":23}}');
INSERT INTO `changes` VALUES (48,24,'rule','01a224eb-d5a0-7087-98c3-9ffa67b719a6',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ffa67b719a6\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(22)\",\"identity\":\"p(22)\",\"name\":\"22\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":24}}');
INSERT INTO `changes` VALUES (48,25,'rule','01a224eb-d5a0-7087-98c3-9ffb5f697cfd',NULL,'{\"id\":\"01a224eb-d5a0-7087-98c3-9ffb5f697cfd\",\"policy\":\"01a224eb-d5a0-7087-98c3-9fe3f9dea2c1\",\"text\":\"p(23)\",\"identity\":\"p(23)\",\"name\":\"23\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":25}}');
INSERT INTO `changes` VALUES (49,0,'data_source','01a224eb-d7bb-72c4-aaba-b9d787e665e6',NULL,'{\"id\":\"01a224eb-d7bb-72c4-aaba-b9d787e665e6\",\"name\":\"inventory\",\"driver\":\"push\",\"description\":\"what is where\",\"type\":null,\"enabled\":true,\"config\":{\"description\":\"pushed\"},\"created\":{\"revision\":49,\"index\":0}}');
INSERT INTO `changes` VALUES (50,0,'data_source','01a224eb-d83c-7531-8e4a-7d40d90fba35',NULL,'{\"id\":\"01a224eb-d83c-7531-8e4a-7d40d90fba35\",\"name\":\"safe\",\"driver\":\"vault\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:osM6gw5cMPDJ/aMhybZJZWdp2RxdOdoAZTFEOHyE7JJHeITHUZS+JekBHwbJeXkh0E6JK5Vleu3CULESicy4HqbtMgW3EQgcTp0i8VyZl7J1rQLUwq1oCQ9qhxHeFP8NMmElZ4i+PvmNkQ==\"},\"url\":\"http://vault\"},\"created\":{\"revision\":50,\"index\":0}}');
INSERT INTO `changes` VALUES (51,0,'data_source','01a224eb-d8e3-7134-b863-f6a3277ca3eb',NULL,'{\"id\":\"01a224eb-d8e3-7134-b863-f6a3277ca3eb\",\"name\":\"off\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":false,\"config\":{\"password\":{\"$sealed\":\"v1:uhef3rLXfE3bbQL3hNEPb2aswCROrfspACdHIWX0p6I/biAosdCmxjSm\"},\"url\":\"http://off\"},\"created\":{\"revision\":51,\"index\":0}}');
INSERT INTO `changes` VALUES (52,0,'data_source','01a224eb-d980-71e1-9062-800057ea3bfa',NULL,'{\"id\":\"01a224eb-d980-71e1-9062-800057ea3bfa\",\"name\":\"gone\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:4zcvCxuo3HstbAqV8TNHCMrGAjdg3NHIod6VzNiLNdf1Y7RIXepS6EpO8yZG4cgXbSIoAw==\"},\"url\":\"http://gone\"},\"created\":{\"revision\":52,\"index\":0}}');
INSERT INTO `changes` VALUES (53,0,'rows','01a224eb-d7bb-72c4-aaba-b9d787e665e6:hosts',NULL,'{\"table\":{\"data_source\":\"01a224eb-d7bb-72c4-aaba-b9d787e665e6\",\"name\":\"hosts\",\"updates\":1,\"updated_at\":1795915766308148,\"created\":{\"revision\":53,\"index\":0}},\"rows\":[[1.5,9223372036854775807],[\"\",-1],[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",1],[\"a\",1],[\"b\",2],[\"nul \\u0000 \\u001a1\",1]]}');
INSERT INTO `changes` VALUES (54,0,'rows','01a224eb-d7bb-72c4-aaba-b9d787e665e6:Hosts',NULL,'{\"table\":{\"data_source\":\"01a224eb-d7bb-72c4-aaba-b9d787e665e6\",\"name\":\"Hosts\",\"updates\":1,\"updated_at\":1795915766520107,\"created\":{\"revision\":54,\"index\":0}},\"rows\":[[\"A\"]]}');
INSERT INTO `changes` VALUES (55,0,'rows','01a224eb-d7bb-72c4-aaba-b9d787e665e6:emptied',NULL,'{\"table\":{\"data_source\":\"01a224eb-d7bb-72c4-aaba-b9d787e665e6\",\"name\":\"emptied\",\"updates\":1,\"updated_at\":1795915766680107,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[[1],[2]]}');
INSERT INTO `changes` VALUES (56,0,'rows','01a224eb-d7bb-72c4-aaba-b9d787e665e6:emptied','{\"table\":{\"data_source\":\"01a224eb-d7bb-72c4-aaba-b9d787e665e6\",\"name\":\"emptied\",\"updates\":1,\"updated_at\":1795915766680107,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[[1],[2]]}','{\"table\":{\"data_source\":\"01a224eb-d7bb-72c4-aaba-b9d787e665e6\",\"name\":\"emptied\",\"updates\":2,\"updated_at\":1795915766914983,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[]}');
INSERT INTO `changes` VALUES (57,0,'rows','01a224eb-d83c-7531-8e4a-7d40d90fba35:sealed',NULL,'{\"table\":{\"data_source\":\"01a224eb-d83c-7531-8e4a-7d40d90fba35\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915767007466,\"created\":{\"revision\":57,\"index\":0}},\"rows\":[[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"],[\"x\"]]}');
INSERT INTO `changes` VALUES (58,0,'rows','01a224eb-d980-71e1-9062-800057ea3bfa:sealed',NULL,'{\"table\":{\"data_source\":\"01a224eb-d980-71e1-9062-800057ea3bfa\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915767135058,\"created\":{\"revision\":58,\"index\":0}},\"rows\":[[\"y\"]]}');
INSERT INTO `changes` VALUES (59,0,'rows','01a224eb-d980-71e1-9062-800057ea3bfa:sealed','{\"table\":{\"data_source\":\"01a224eb-d980-71e1-9062-800057ea3bfa\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915767135058,\"created\":{\"revision\":58,\"index\":0}},\"rows\":[[\"y\"]]}',NULL);
INSERT INTO `changes` VALUES (59,1,'data_source','01a224eb-d980-71e1-9062-800057ea3bfa','{\"id\":\"01a224eb-d980-71e1-9062-800057ea3bfa\",\"name\":\"gone\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:ivRzDPubO7VzgdR9aWGgWlpfDPB9+NZ4zZxqILHZd4cubMt4H0exU+bXx3s7WktjlqbNnA==\"},\"url\":\"http://gone\"},\"created\":{\"revision\":52,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (60,0,'policy','01a224eb-e165-747e-9c30-ca4e4748af8b',NULL,'{\"id\":\"01a224eb-e165-747e-9c30-ca4e4748af8b\",\"name\":\"late\",\"abbreviation\":\"late\",\"description\":\"made by a server that had started again\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":60,\"index\":0}}');
INSERT INTO `changes` VALUES (61,0,'table','late:p',NULL,'{\"policy\":\"late\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":61,\"index\":0}}');
INSERT INTO `changes` VALUES (61,1,'rule','01a224eb-e1b6-75e7-8ee4-022d1dbb0de5',NULL,'{\"id\":\"01a224eb-e1b6-75e7-8ee4-022d1dbb0de5\",\"policy\":\"01a224eb-e165-747e-9c30-ca4e4748af8b\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":61,\"index\":1}}');
CREATE TABLE `commits` (
  `revision` bigint(20) NOT NULL,
  `committed_at` bigint(20) NOT NULL,
  `actor` longtext NOT NULL,
  `request_id` longtext NOT NULL,
  `batch` varchar(255) NOT NULL,
  PRIMARY KEY (`revision`),
  KEY `commits_by_batch` (`batch`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `commits` VALUES (1,1795915756772367,'statehouse','','01a224eb-b4e4-70d6-9ddb-a33ad4543339');
INSERT INTO `commits` VALUES (2,1795915757201846,'anonymous','req-c2a4a632-a8ba-4b66-b55c-52612dd21a5c','01a224eb-b691-750f-a72b-c5c01539aff0');
INSERT INTO `commits` VALUES (3,1795915757408355,'anonymous','req-619f82f2-30a6-4aaf-9490-23f31fde9a99','01a224eb-b760-73e9-a7b5-7a87914b4e46');
INSERT INTO `commits` VALUES (4,1795915757560559,'anonymous','req-045a43a9-fffc-4ba5-9e78-50895862e8e1','01a224eb-b7f8-76db-9edb-195029e64c62');
INSERT INTO `commits` VALUES (5,1795915757756362,'anonymous','req-cb54b78f-2594-43c3-9939-ef186fd61830','01a224eb-b8bc-7796-8d88-906850a6683e');
INSERT INTO `commits` VALUES (6,1795915757966161,'anonymous','req-1b65b898-da8d-4d01-b1cf-231e7570ca15','01a224eb-b98e-774d-9164-6b45aa9eb6d9');
INSERT INTO `commits` VALUES (7,1795915758158528,'anonymous','req-d0fed049-60a1-4955-bb12-ce36b018cee6','01a224eb-ba4e-7769-9c3a-b42058ad4ea7');
INSERT INTO `commits` VALUES (8,1795915758298134,'anonymous','req-38ee0b4a-9631-490d-951b-0b1895199a86','01a224eb-bada-702a-aa7c-dd9019f4c16a');
INSERT INTO `commits` VALUES (9,1795915758472091,'anonymous','req-9d101aec-f7c4-484a-89ca-a20fa4d5b35c','01a224eb-bb88-73a9-9169-606bd70ee46d');
INSERT INTO `commits` VALUES (10,1795915758656348,'anonymous','req-63dd8ccc-3083-45bc-9240-63a4568d2e66','01a224eb-bc40-71fe-ba46-e427c9ab7244');
INSERT INTO `commits` VALUES (11,1795915758846466,'anonymous','req-6c00e1f2-3b82-49db-a19f-4a456b6def53','01a224eb-bcfe-702e-9b6f-b7853ef7b038');
INSERT INTO `commits` VALUES (12,1795915759036879,'anonymous','req-1e4eb911-c7d1-46cc-8f8a-95c5f330c24d','01a224eb-bdbc-73ea-9e36-6c20d2f7c230');
INSERT INTO `commits` VALUES (13,1795915759232501,'anonymous','req-718f9c41-572d-468d-9092-c7b9f1c4e648','01a224eb-be80-7582-872e-0f6601515b2d');
INSERT INTO `commits` VALUES (14,1795915759389318,'anonymous','req-933583c9-df60-41ab-a421-c107f9a479af','01a224eb-bf1d-7475-8b38-5ad234eccd6c');
INSERT INTO `commits` VALUES (15,1795915759584375,'anonymous','req-165b9bb9-e0a1-4799-ac97-8882a8f2e94f','01a224eb-bfe0-761b-a79f-9f525f76281d');
INSERT INTO `commits` VALUES (16,1795915759712626,'anonymous','req-e49bad80-df75-4ec3-b86b-2dc7829af5eb','01a224eb-c060-733d-b2ea-ee5f68284e04');
INSERT INTO `commits` VALUES (17,1795915759952306,'anonymous','req-b0945777-0e17-43a4-9453-9ce59386d52d','01a224eb-c150-725d-8f60-12145fbba56b');
INSERT INTO `commits` VALUES (18,1795915760146245,'anonymous','req-a9a80f0e-ffb2-47ea-9bff-8c76d386577d','01a224eb-c212-7409-a5f0-51d82b5f0b19');
INSERT INTO `commits` VALUES (19,1795915760260473,'anonymous','req-25ac7276-d827-400b-9574-f58897b90baa','01a224eb-c284-77d2-8f3f-41795890611b');
INSERT INTO `commits` VALUES (20,1795915760364436,'anonymous','req-8e6a7464-c999-448f-a463-a83b309b91f4','01a224eb-c2ec-7058-afb8-e78357013a38');
INSERT INTO `commits` VALUES (21,1795915760504502,'anonymous','req-ae453fdd-551e-4f10-af56-9befd57a77ce','01a224eb-c378-740a-9d7f-5de7406577d4');
INSERT INTO `commits` VALUES (22,1795915760660573,'anonymous','req-316eedd3-0912-437d-bfc6-f3b3b2487086','01a224eb-c414-708a-977d-b3917a4a1b0f');
INSERT INTO `commits` VALUES (23,1795915760809304,'anonymous','req-304230bb-afd1-4f6e-abbc-196e737054ec','01a224eb-c4a9-76ee-8452-49e98d267ec3');
INSERT INTO `commits` VALUES (24,1795915760955178,'anonymous','req-42fbe108-7cfb-46f3-80d7-2bc827bb9305','01a224eb-c53b-7162-b285-81cc52b64f87');
INSERT INTO `commits` VALUES (25,1795915761156237,'anonymous','req-2378cdf8-9b57-4861-9888-46e4f3b8b27e','01a224eb-c604-7062-bea0-22d99ebe155b');
INSERT INTO `commits` VALUES (26,1795915761309374,'anonymous','req-de1eaa95-78f3-473d-9b8f-2fdd6061bb86','01a224eb-c69d-767c-8539-55d2e390c4bc');
INSERT INTO `commits` VALUES (27,1795915761504176,'anonymous','req-51a57755-5e01-416e-8ccd-10372327aa7f','01a224eb-c760-7194-8d97-ed62ad7b0bad');
INSERT INTO `commits` VALUES (28,1795915761628558,'anonymous','req-854dd803-ce1d-4dc0-ae59-f8ccfb4c4f57','01a224eb-c7dc-7011-b963-48fc148a1b0e');
INSERT INTO `commits` VALUES (29,1795915761874828,'anonymous','req-2e1cf4df-9033-4b97-bb5c-d1bd441be511','01a224eb-c8d2-7477-bedc-ac11bdd48a26');
INSERT INTO `commits` VALUES (30,1795915762040187,'anonymous','req-d1c6661a-4500-47bc-9527-ff586399c7da','01a224eb-c978-705d-b8ae-c85a15260e20');
INSERT INTO `commits` VALUES (31,1795915762192725,'anonymous','req-9f435dfe-7eb0-4280-832f-73fca84948e2','01a224eb-ca10-7223-80f3-e11b204db532');
INSERT INTO `commits` VALUES (32,1795915762408861,'anonymous','req-931cba26-5cd9-4c0b-9343-3b652b41995e','01a224eb-cae8-74c8-849c-40e9c553a8da');
INSERT INTO `commits` VALUES (33,1795915762611461,'anonymous','req-067c0fb4-c784-4393-9d06-cf5327d74105','01a224eb-cbb3-714b-9644-89e00a6518cf');
INSERT INTO `commits` VALUES (34,1795915762807996,'anonymous','req-6ba6b8d4-8bc4-4732-b78e-7d5b0cc45463','01a224eb-cc77-70f1-a0cc-7540c04501c9');
INSERT INTO `commits` VALUES (35,1795915762993747,'anonymous','req-314d364f-2c26-4150-bd35-53548c23ede1','01a224eb-cd31-77a5-8f63-d7060e16e2e4');
INSERT INTO `commits` VALUES (36,1795915763220163,'anonymous','req-3bea41d8-0985-49a3-b22f-2f7867d789c1','01a224eb-ce14-7541-aa62-5912766a07bd');
INSERT INTO `commits` VALUES (37,1795915763399986,'anonymous','req-0f66d3d9-fb1b-473f-a81e-042700ff4007','01a224eb-cec7-71d8-abfe-a5333d58bda7');
INSERT INTO `commits` VALUES (38,1795915763577041,'anonymous','req-04a11bde-4774-42c5-846d-2cccd30409f5','01a224eb-cf79-716d-acc2-a673f1eb0ccb');
INSERT INTO `commits` VALUES (39,1795915763848220,'anonymous','req-429a4b69-4e9b-4f55-ac2f-5c177c8401bb','01a224eb-d088-718c-b6a2-17b75cf30369');
INSERT INTO `commits` VALUES (40,1795915764054473,'anonymous','req-e1cfc76f-b628-4ed0-9ac0-c5606b067378','01a224eb-d156-7241-84cf-28c0a74f59a3');
INSERT INTO `commits` VALUES (41,1795915764179298,'anonymous','req-8d05814e-3d46-498d-be97-14ec27f0035e','01a224eb-d1d3-73df-b8a6-e8461d6855ff');
INSERT INTO `commits` VALUES (42,1795915764325064,'anonymous','req-5dc23aa3-c182-4488-a313-a0e1fc790f8d','01a224eb-d265-7560-8fc7-dcb0567ee1eb');
INSERT INTO `commits` VALUES (43,1795915764465026,'anonymous','req-ab30577c-3166-49e0-a537-7e3e4594d731','01a224eb-d2f1-7352-9f52-7973518d795f');
INSERT INTO `commits` VALUES (44,1795915764602178,'anonymous','req-38cf7115-2989-4c95-ad42-52b25e37d578','01a224eb-d37a-774b-9e06-e9baf007cd3a');
INSERT INTO `commits` VALUES (45,1795915764712958,'anonymous','req-2f150e02-6be6-411b-835d-bd32701c7c95','01a224eb-d3e8-71b6-9209-b2227393db54');
INSERT INTO `commits` VALUES (46,1795915764852369,'anonymous','req-39010fc7-657c-4c2b-ba59-78b6d079e842','01a224eb-d474-74b4-802f-78ecf5c0bfb6');
INSERT INTO `commits` VALUES (47,1795915764975278,'anonymous','req-92d5a439-6b9c-48ae-994e-50c97466a6b1','01a224eb-d4ef-7084-b403-9eb11aad671d');
INSERT INTO `commits` VALUES (48,1795915765173676,'anonymous','req-c3df7812-dbe2-4df9-b4a3-8957cce94db6','01a224eb-d5b5-7019-867a-e021e07177f9');
INSERT INTO `commits` VALUES (49,1795915765704299,'anonymous','req-e4ccecd4-97f2-43e7-8123-5d49f872f1d9','01a224eb-d7c8-774f-8e59-922a662b1a5b');
INSERT INTO `commits` VALUES (50,1795915765844428,'anonymous','req-3fca8bdb-3c72-445e-9de3-31bf7dbeec88','01a224eb-d854-717b-a1de-4960fe429a12');
INSERT INTO `commits` VALUES (51,1795915766013590,'anonymous','req-931e7e3a-0049-4810-ac87-c991bd72b58a','01a224eb-d8fd-753e-9abc-8f8be530b7ab');
INSERT INTO `commits` VALUES (52,1795915766145431,'anonymous','req-da6cbef2-1b4b-44e0-8a22-72fb5dc263f1','01a224eb-d981-722e-ad32-c613800da00b');
INSERT INTO `commits` VALUES (53,1795915766308148,'anonymous','req-41f8350a-4b0c-4656-907f-45558e7e66ed','01a224eb-da24-74f5-a19d-b16b6eb625fe');
INSERT INTO `commits` VALUES (54,1795915766520107,'anonymous','req-6c88933b-8329-4604-9783-d1239d5304a7','01a224eb-daf8-7315-9107-5e4ec9071e7b');
INSERT INTO `commits` VALUES (55,1795915766680107,'anonymous','req-964b6b64-87be-49f6-ab20-8d681cc95ec4','01a224eb-db98-7773-a78d-d10ea6f95cec');
INSERT INTO `commits` VALUES (56,1795915766914983,'anonymous','req-b55f5c6e-c0bc-44ce-b5cd-4eaf3d872522','01a224eb-dc82-739d-af61-29a3ae54a402');
INSERT INTO `commits` VALUES (57,1795915767007466,'anonymous','req-17c73005-15ea-4369-9e7b-3e7a166e4977','01a224eb-dcdf-7272-ae7c-c71bbbea6ed1');
INSERT INTO `commits` VALUES (58,1795915767135058,'anonymous','req-4cbc6c3c-605d-40e1-b227-a0c0051a35d8','01a224eb-dd5f-7512-9e20-15815a75d09d');
INSERT INTO `commits` VALUES (59,1795915767224358,'anonymous','req-ea082a80-61ee-45e2-b7d8-9839397688d7','01a224eb-ddb8-7538-9832-d4f35c8a2605');
INSERT INTO `commits` VALUES (60,1795915768166115,'anonymous','req-37b58725-6780-4309-adee-2d36ea2e4f5f','01a224eb-e166-77fa-8b50-fc2c88676bd8');
INSERT INTO `commits` VALUES (61,1795915768263618,'anonymous','req-8c0726ba-5c62-4143-b798-c8411c7c0a37','01a224eb-e1c7-74af-8b43-51f4c17af499');
CREATE TABLE `data_source_rows` (
  `data_source_id` varchar(255) NOT NULL,
  `table_name` varchar(255) NOT NULL,
  `row` longtext NOT NULL,
  `row_digest` binary(32) NOT NULL DEFAULT unhex(sha2(`row`,256)),
  PRIMARY KEY (`data_source_id`,`table_name`,`row_digest`),
  CONSTRAINT `data_source_rows_ibfk_1` FOREIGN KEY (`data_source_id`, `table_name`) REFERENCES `data_source_tables` (`data_source_id`, `name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `data_source_rows` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','Hosts','[\"A\"]',0xD2A4B37CAC0A57E42B1FE002A68C2449A7E41646EEC1A92A0F0ACD39FAE589CE);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','hosts','[\"a\",1]',0x135F17A475A61AFDEEAF3759AD2E45AD1C7ABB192395ABE47E41FC8E395DC1A9);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','hosts','[\"\",-1]',0x35F8DA38B3F67E237528DF49084C428A421E271BF6214B3EF0DDCBC77E5381DA);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','hosts','[\"nul \\u0000 \\u001a1\",1]',0x47F5B08B0A95EF535C36F083F767642332E82F12D352F7F74EE16A86A72BB91B);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','hosts','[\"b\",2]',0x4F131028FAFEC4E844279FBD96F1B18E035B1A1795911D7C6CF0595EC38B47D7);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','hosts','[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",1]',0xA7699978C6A2C44871C24DA7D64E7C6FBDF88C8A8227159B71B8DCC74054CB9B);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','hosts','[1.5,9223372036854775807]',0xAB02A2F92680199FFD340855EEAD566883DDFB694D9EFD6439E38740BCEB41FF);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d83c-7531-8e4a-7d40d90fba35','sealed','[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]',0x88E5513806E71EF0961535013DFF9DE5EEF2520F165B35CDA51F0D026886A0CA);
INSERT INTO `data_source_rows` VALUES ('01a224eb-d83c-7531-8e4a-7d40d90fba35','sealed','[\"x\"]',0xCD65EA2C2AD99E94A85B1B6DF72EFEF9CB2ED0AE933A60C32CE16317F7D7D6AA);
CREATE TABLE `data_source_tables` (
  `data_source_id` varchar(255) NOT NULL,
  `name` varchar(255) NOT NULL,
  `updates` bigint(20) NOT NULL CHECK (`updates` >= 0),
  `updated_at` bigint(20) NOT NULL,
  `created_revision` bigint(20) NOT NULL,
  `created_index` bigint(20) NOT NULL,
  PRIMARY KEY (`data_source_id`,`name`),
  CONSTRAINT `data_source_tables_ibfk_1` FOREIGN KEY (`data_source_id`) REFERENCES `data_sources` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `data_source_tables` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','Hosts',1,1795915766520107,54,0);
INSERT INTO `data_source_tables` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','emptied',2,1795915766914983,55,0);
INSERT INTO `data_source_tables` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','hosts',1,1795915766308148,53,0);
INSERT INTO `data_source_tables` VALUES ('01a224eb-d83c-7531-8e4a-7d40d90fba35','sealed',1,1795915767007466,57,0);
CREATE TABLE `data_sources` (
  `id` varchar(255) NOT NULL,
  `name` varchar(255) NOT NULL,
  `name_owner` varchar(255) NOT NULL DEFAULT 'data_source' CHECK (`name_owner` = 'data_source'),
  `driver` varchar(255) NOT NULL,
  `description` longtext DEFAULT NULL,
  `type` longtext DEFAULT NULL,
  `enabled` tinyint(1) NOT NULL CHECK (`enabled` in (0,1)),
  `config` longtext DEFAULT NULL,
  `created_revision` bigint(20) NOT NULL,
  `created_index` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`),
  KEY `name_2` (`name`,`name_owner`),
  CONSTRAINT `data_sources_ibfk_1` FOREIGN KEY (`name`, `name_owner`) REFERENCES `names` (`name`, `owner`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `data_sources` VALUES ('01a224eb-d7bb-72c4-aaba-b9d787e665e6','inventory','data_source','push','what is where',NULL,1,'{\"description\":\"pushed\"}',49,0);
INSERT INTO `data_sources` VALUES ('01a224eb-d83c-7531-8e4a-7d40d90fba35','safe','data_source','vault','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',NULL,1,'{\"password\":{\"$sealed\":\"v1:jjsugcLwjV/o9AnE45hja9jx2ru3kzdlOSA2rN4iSKIs/t9VDqgn5Bah81Z52b4otyYJXUWLkcFUwQt++5J1WLYA9Y3o4kwIa6lrYLU9OaAXq6h9aHw5V/fhdk8xM7jupG2YcnoAxzz3sA==\"},\"url\":\"http://vault\"}',50,0);
INSERT INTO `data_sources` VALUES ('01a224eb-d8e3-7134-b863-f6a3277ca3eb','off','data_source','vault',NULL,NULL,0,'{\"password\":{\"$sealed\":\"v1:VR85ozDJMVubpz0IFVlY+Th0pXuHU2ZdEtiyRU+j443cvJyIsmtWkXgL\"},\"url\":\"http://off\"}',51,0);
CREATE TABLE `head` (
  `id` bigint(20) NOT NULL CHECK (`id` = 1),
  `revision` bigint(20) NOT NULL CHECK (`revision` >= 0),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `head` VALUES (1,61);
CREATE TABLE `library_policies` (
  `id` varchar(255) NOT NULL,
  `name` varchar(255) NOT NULL,
  `abbreviation` longtext NOT NULL,
  `description` longtext NOT NULL,
  `kind` varchar(255) NOT NULL CHECK (`kind` in ('nonrecursive','action','database','materialized','datasource','z3')),
  `rules` longtext NOT NULL,
  `created_revision` bigint(20) NOT NULL,
  `created_index` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `library_policies` VALUES ('01a224eb-d1c0-7231-8b82-849a142f0930','empty','empty','','nonrecursive','[]',41,0);
INSERT INTO `library_policies` VALUES ('01a224eb-d254-7146-933d-e5a33009b9b9','plain','pl','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','action','[{\"rule\":\"p(1)\",\"name\":\"one\",\"comment\":\"c\"},{\"rule\":\"p(2)\"},{\"rule\":\"q(x) :- p(x)\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"note\":\"an extra field\",\"deep\":{\"a\":[1,2.5,null,true,\"\\u001a\"]}},{\"rule\":\"p(\\\"\\u0000\\\")\",\"nul\":\"\\u0000\"}]',42,0);
INSERT INTO `library_policies` VALUES ('01a224eb-d2e8-71b5-b14e-f5d6e03afe7d','anew','new','put','database','[{\"rule\":\"b(1)\",\"name\":\"after\",\"extra\":[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]},{\"rule\":\"b(2)\",\"comment\":\"c\"}]',43,0);
INSERT INTO `library_policies` VALUES ('01a224eb-d3e1-77e4-9c77-1d438181cc8c','many','many','many','nonrecursive','[{\"rule\":\"p(0)\",\"name\":\"0\",\"weight\":0},{\"rule\":\"p(1)\",\"name\":\"1\",\"weight\":1},{\"rule\":\"p(2)\",\"name\":\"2\",\"weight\":2},{\"rule\":\"p(3)\",\"name\":\"3\",\"weight\":3},{\"rule\":\"p(4)\",\"name\":\"4\",\"weight\":4},{\"rule\":\"p(5)\",\"name\":\"5\",\"weight\":5},{\"rule\":\"p(6)\",\"name\":\"6\",\"weight\":6},{\"rule\":\"p(7)\",\"name\":\"7\",\"weight\":7},{\"rule\":\"p(8)\",\"name\":\"8\",\"weight\":8},{\"rule\":\"p(9)\",\"name\":\"9\",\"weight\":9},{\"rule\":\"p(10)\",\"name\":\"10\",\"weight\":10},{\"rule\":\"p(11)\",\"name\":\"11\",\"weight\":11},{\"rule\":\"p(12)\",\"name\":\"12\",\"weight\":12},{\"rule\":\"p(13)\",\"name\":\"13\",\"weight\":13},{\"rule\":\"p(14)\",\"name\":\"14\",\"weight\":14},{\"rule\":\"p(15)\",\"name\":\"15\",\"weight\":15},{\"rule\":\"p(16)\",\"name\":\"16\",\"weight\":16},{\"rule\":\"p(17)\",\"name\":\"17\",\"weight\":17},{\"rule\":\"p(18)\",\"name\":\"18\",\"weight\":18},{\"rule\":\"p(19)\",\"name\":\"19\",\"weight\":19},{\"rule\":\"p(20)\",\"name\":\"20\",\"weight\":20},{\"rule\":\"p(21)\",\"name\":\"21\",\"weight\":21},{\"rule\":\"p(22)\",\"name\":\"22\",\"weight\":22},{\"rule\":\"p(23)\",\"name\":\"23\",\"weight\":23}]',45,0);
CREATE TABLE `names` (
  `name` varchar(255) NOT NULL,
  `owner` varchar(255) NOT NULL CHECK (`owner` in ('policy','data_source')),
  PRIMARY KEY (`name`),
  UNIQUE KEY `name` (`name`,`owner`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `names` VALUES ('Plain','policy');
INSERT INTO `names` VALUES ('a_action','policy');
INSERT INTO `names` VALUES ('a_database','policy');
INSERT INTO `names` VALUES ('a_datasource','policy');
INSERT INTO `names` VALUES ('a_materialized','policy');
INSERT INTO `names` VALUES ('a_nonrecursive','policy');
INSERT INTO `names` VALUES ('a_z3','policy');
INSERT INTO `names` VALUES ('action','policy');
INSERT INTO `names` VALUES ('classification','policy');
INSERT INTO `names` VALUES ('inventory','data_source');
INSERT INTO `names` VALUES ('late','policy');
INSERT INTO `names` VALUES ('many','policy');
INSERT INTO `names` VALUES ('off','data_source');
INSERT INTO `names` VALUES ('plain','policy');
INSERT INTO `names` VALUES ('safe','data_source');
INSERT INTO `names` VALUES ('with.dots','policy');
CREATE TABLE `policies` (
  `id` varchar(255) NOT NULL,
  `name` varchar(255) NOT NULL,
  `name_owner` varchar(255) NOT NULL DEFAULT 'policy' CHECK (`name_owner` = 'policy'),
  `abbreviation` longtext NOT NULL,
  `description` longtext NOT NULL,
  `owner` varchar(255) NOT NULL,
  `kind` varchar(255) NOT NULL CHECK (`kind` in ('nonrecursive','action','database','materialized','datasource','z3')),
  `created_revision` bigint(20) NOT NULL,
  `created_index` bigint(20) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`),
  KEY `name_2` (`name`,`name_owner`),
  CONSTRAINT `policies_ibfk_1` FOREIGN KEY (`name`, `name_owner`) REFERENCES `names` (`name`, `owner`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `policies` VALUES ('01a224eb-b4d1-767c-a9a1-d7dcf3dd9493','classification','policy','class','default policy','user','nonrecursive',1,0);
INSERT INTO `policies` VALUES ('01a224eb-b4d1-767c-a9a1-d7dd00d18f71','action','policy','actio','default action policy','user','action',1,1);
INSERT INTO `policies` VALUES ('01a224eb-b691-750f-a72b-c5bfd6d50815','a_nonrecursive','policy','nonre','nonrecursive \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','nonrecursive',2,0);
INSERT INTO `policies` VALUES ('01a224eb-b74c-772e-a9af-a8227c8a8173','a_action','policy','actio','action \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','action',3,0);
INSERT INTO `policies` VALUES ('01a224eb-b7e9-7579-847c-fa0357bfb88f','a_database','policy','datab','database \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','database',4,0);
INSERT INTO `policies` VALUES ('01a224eb-b8b8-77c1-bb49-b9181fcc9d43','a_materialized','policy','mater','materialized \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','materialized',5,0);
INSERT INTO `policies` VALUES ('01a224eb-b976-767f-9b10-d7e2b6f57582','a_datasource','policy','datas','datasource \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','datasource',6,0);
INSERT INTO `policies` VALUES ('01a224eb-ba46-7094-b9ef-691173a9f88c','a_z3','policy','z3','z3 \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','z3',7,0);
INSERT INTO `policies` VALUES ('01a224eb-bab2-735f-9705-5a823b718fdb','plain','policy','plain','','user','nonrecursive',8,0);
INSERT INTO `policies` VALUES ('01a224eb-bb80-704f-95ac-fe1a34b61ed1','Plain','policy','Plain','','user','nonrecursive',9,0);
INSERT INTO `policies` VALUES ('01a224eb-bcef-733c-a350-dff2ca0c782a','with.dots','policy','with.','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','nonrecursive',11,0);
INSERT INTO `policies` VALUES ('01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','many','policy','many','many','user','nonrecursive',48,0);
INSERT INTO `policies` VALUES ('01a224eb-e165-747e-9c30-ca4e4748af8b','late','policy','late','made by a server that had started again','user','nonrecursive',60,0);
CREATE TABLE `policy_tables` (
  `policy` longtext NOT NULL,
  `name` longtext NOT NULL,
  `columns` bigint(20) NOT NULL CHECK (`columns` >= 0),
  `created_revision` bigint(20) NOT NULL,
  `created_index` bigint(20) NOT NULL,
  `policy_digest` binary(32) NOT NULL DEFAULT unhex(sha2(`policy`,256)),
  `name_digest` binary(32) NOT NULL DEFAULT unhex(sha2(`name`,256)),
  PRIMARY KEY (`policy_digest`,`name_digest`),
  KEY `policy_tables_by_name` (`name`(190))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `policy_tables` VALUES ('late','p',1,61,0,0x089001A35679A33EF3DB0CA350DB9B9A2F0136E0E327577B04B3B98127470961,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('many','p',1,48,1,0x1137B15C7797AA84EC24E8DCA5CB966DD016624374A09CB2ECAA9AC3229F5CCC,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('Plain','p',1,22,1,0x8B854ADE2CD01BDCA1AA982F6ECFF0086F70E3D2140D7FAE2786A2E4150EEB4C,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('Plain','e',1,29,0,0x8B854ADE2CD01BDCA1AA982F6ECFF0086F70E3D2140D7FAE2786A2E4150EEB4C,0x3F79BB7B435B05321651DAEFD374CDC681DC06FAA65E374E38337B88CA046DEA);
INSERT INTO `policy_tables` VALUES ('plain','s',2,16,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x043A718774C572BD8A25ADBEB1BFCD5C0256AE11CECF9F9C3F925D0E52BEAF89);
INSERT INTO `policy_tables` VALUES ('plain','none',0,26,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x140BEDBF9C3F6D56A9846D2BA7088798683F4DA0C248231336E6A05679E4FDFE);
INSERT INTO `policy_tables` VALUES ('plain','p',1,12,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('plain','inner',2,17,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x33BF6FBD7CD8379785A21E233D8E09F824E7BAB459168A96312C1C882C1D7E1F);
INSERT INTO `policy_tables` VALUES ('plain','r',1,14,1,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x454349E422F05297191EAD13E21D3DB520E5ABEF52055E4964B82FB213F593A1);
INSERT INTO `policy_tables` VALUES ('plain','P',1,25,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x5C62E091B8C0565F1BAFAD0DAD5934276143AE2CCEF7A5381E8ADA5B1A8D26D2);
INSERT INTO `policy_tables` VALUES ('plain','out',1,38,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x762069BC07A6E1B5DF123A5AE7BD91C10DAA04694FBAA17FBA0CD6A8DCCE8F22);
INSERT INTO `policy_tables` VALUES ('plain','safe',1,22,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x8B3369944DD2A3FAB39E32D1AEB1F763946A458AE3E6368A46432ADC8F3A0860);
INSERT INTO `policy_tables` VALUES ('plain','lower',1,23,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x8C6FB1E9E37A1AEA1D308C785192E1A17D71CEF08C7F50A68D2E0AB292B2E7F4);
INSERT INTO `policy_tables` VALUES ('plain','q',1,14,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x8E35C2CD3BF6641BDB0E2050B76932CBB2E6034A0DDACC1D9BEA82A6BA57F7CF);
INSERT INTO `policy_tables` VALUES ('plain','nul',1,24,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0x99E6242759016035192F8EFE5F53878A355026B61B0DA04E0B56942148936EB2);
INSERT INTO `policy_tables` VALUES ('plain','long',40,21,0,0xA116C9ED46D6207734A43317D30FD88F52AC8634C37D904BBF4E41D865F90475,0xFC66F021C67D064C1490A12B5A4D4D2F5167CA692A16CA12F1F3A4CDA29A6FA9);
INSERT INTO `policy_tables` VALUES ('inventory','hosts',2,16,1,0xB11A85B296A90AFC460430434A504E7ACB04B064575B7277724688AF0E59D189,0x4F8A2CC398D8664277A96A7843AB4958AB1D0A347CBE7C071FDE0FCB58230793);
INSERT INTO `policy_tables` VALUES ('a_action','p',1,30,0,0xFD21A96D05556AD213E9690B42F9B3EB1399996C0A9A66AD9A819EAB98700A1B,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('a_action','disconnect',1,31,0,0xFD21A96D05556AD213E9690B42F9B3EB1399996C0A9A66AD9A819EAB98700A1B,0x4F935A0F03DEEA2FA71A98679EEBCE744BF19BD38379DECE9D64CCC92A167834);
INSERT INTO `policy_tables` VALUES ('with.dots','u',1,33,0,0xFDACE7EDF91F084AE985B7EDA5BC6AAF1E618F6E88B7C11C5324E5E86ABCD302,0x0BFE935E70C321C7CA3AFC75CE0D0CA2F98B5422E008BB31C00C6D7F1F1C0AD6);
CREATE TABLE `rules` (
  `id` varchar(255) NOT NULL,
  `policy_id` varchar(255) NOT NULL,
  `text` longtext NOT NULL,
  `identity` longtext NOT NULL,
  `name` longtext DEFAULT NULL,
  `comment` longtext NOT NULL,
  `created_revision` bigint(20) NOT NULL,
  `created_index` bigint(20) NOT NULL,
  `identity_digest` binary(32) GENERATED ALWAYS AS (unhex(sha2(`identity`,256))) STORED,
  PRIMARY KEY (`id`),
  UNIQUE KEY `policy_id` (`policy_id`,`identity_digest`),
  CONSTRAINT `rules_ibfk_1` FOREIGN KEY (`policy_id`) REFERENCES `policies` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `rules` VALUES ('01a224eb-bdb4-73e1-94d7-383dd48ff751','01a224eb-bab2-735f-9705-5a823b718fdb','p(1)','p(1)',NULL,'',12,1,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
INSERT INTO `rules` VALUES ('01a224eb-be75-7240-ba72-7e66d7243f35','01a224eb-bab2-735f-9705-5a823b718fdb','p(\"two\")','p(\"two\")','two','said so',13,0,0x0DD82CE87C49A39814EC1AB1333AF89C079724C0A30089206245A4C937E46356);
INSERT INTO `rules` VALUES ('01a224eb-bf01-76cc-8907-074413019968','01a224eb-bab2-735f-9705-5a823b718fdb','q(x) :- p(x), not r(x)','q(x) :- not r(x), p(x)','a rule','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',14,2,0xB533F085875C4DB6E34A5E3BCCB13A9CA5EA637C4DA2E1E4726D91A64FA85D3A);
INSERT INTO `rules` VALUES ('01a224eb-bfd9-70db-ac1f-ae916ddd4530','01a224eb-bab2-735f-9705-5a823b718fdb','r(3)','r(3)',NULL,'',15,0,0xD144F48D8E20F8F6435DD7FD1CDC6F512F2381F27A21C18BCD61A74A292FB521);
INSERT INTO `rules` VALUES ('01a224eb-c05d-7087-a053-3eed84827ec8','01a224eb-bab2-735f-9705-5a823b718fdb','s(x, y) :- p(x), inventory:hosts(y, 1)','s(x, y) :- inventory:hosts(y, 1), p(x)',NULL,'',16,2,0x056DAB1AB6CDEC07538DE06094C9AF78CA4A32EB80F28156EF17FA247E8FB9DA);
INSERT INTO `rules` VALUES ('01a224eb-c14a-776a-8456-923c7204e62d','01a224eb-bab2-735f-9705-5a823b718fdb','inner(x, z) :- s(x, y), s(y, z), not q(z)','inner(x, z) :- not q(z), s(x, y), s(y, z)',NULL,'',17,1,0x9B9EC77ED2D19E7EFFAB4B5BAA0F0ED2DB2AC5BB12B8AEB7BAABDBE2D1245A0F);
INSERT INTO `rules` VALUES ('01a224eb-c1f7-74b2-ad44-32dc1ba55f43','01a224eb-bab2-735f-9705-5a823b718fdb','p(-9223372036854775808)','p(-9223372036854775808)',NULL,'',18,0,0x422D81A830A3B1A9891FFD9FE7EBB768ADD71D359E34C51E88B9F4749C7E2936);
INSERT INTO `rules` VALUES ('01a224eb-c275-76fb-9220-17d1bf557680','01a224eb-bab2-735f-9705-5a823b718fdb','p(2.5)','p(2.5)',NULL,'',19,0,0xE74A228B967284F2BBD2BECB88AF8B1A6A333988CC55FF7A81962F5CE7471C59);
INSERT INTO `rules` VALUES ('01a224eb-c2d4-70ad-8c99-910657c7cdda','01a224eb-bab2-735f-9705-5a823b718fdb','p(\"\Z1 and 50% of it\'s 中文 😀\")','p(\"\Z1 and 50% of it\'s 中文 😀\")','odd \Z1','',20,0,0x923777096FA3F6CFD7792D9363AC303D3850E41DCDA87D52F9A27B3EC3D69A4B);
INSERT INTO `rules` VALUES ('01a224eb-c363-71c1-a370-598cf4edf6af','01a224eb-bab2-735f-9705-5a823b718fdb','long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")','long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")',NULL,'',21,1,0x590EE5200CBF85C12B823A9EACCF590B07938C9F94EAB7578F5629F4B7500712);
INSERT INTO `rules` VALUES ('01a224eb-c3fd-7076-8025-0843d02f0a71','01a224eb-bab2-735f-9705-5a823b718fdb','safe(x) :- Plain:p(x)','safe(x) :- Plain:p(x)',NULL,'',22,2,0x9E3DEFDDF6E01561EC340D7039C06142ED0CC2F964F135BD2E0DDD8821264594);
INSERT INTO `rules` VALUES ('01a224eb-c499-760b-90ca-67c17053cfd5','01a224eb-bab2-735f-9705-5a823b718fdb','lower(x) :- p(x), builtin:lt(x, 3)','lower(x) :- builtin:lt(x, 3), p(x)',NULL,'',23,1,0x066F0376E6AA6946F227870BE6DB32BD2E3259D846F49F48394BE5A9259DA3DB);
INSERT INTO `rules` VALUES ('01a224eb-c532-704e-b97c-fe870b9c42b2','01a224eb-bab2-735f-9705-5a823b718fdb','nul(\"a\\u0000b\Z0\")','nul(\"a\\u0000b\Z0\")',NULL,'',24,1,0x5F727FF7572E4379A325D50C4FF60D68B64E78632F0FD29F2C139AD4AB150C11);
INSERT INTO `rules` VALUES ('01a224eb-c5ed-77a9-a995-2615a57b2941','01a224eb-bab2-735f-9705-5a823b718fdb','P(1)','P(1)',NULL,'',25,1,0x48A18B5A50D9C7E5BC419B36F601E84121A85871FE8511628F6637A062FC403E);
INSERT INTO `rules` VALUES ('01a224eb-c69c-7021-8b05-263a60ccc017','01a224eb-bab2-735f-9705-5a823b718fdb','none()','none()',NULL,'',26,1,0xFDFA6147457680E87906455896777CC81717518E22F3BCE3566B28F6498A96D7);
INSERT INTO `rules` VALUES ('01a224eb-c74a-7522-a181-61454b8fc1b1','01a224eb-bb80-704f-95ac-fe1a34b61ed1','p(1)','p(1)','n','c',27,0,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
INSERT INTO `rules` VALUES ('01a224eb-c7c1-7445-b17d-9426cffc3621','01a224eb-bb80-704f-95ac-fe1a34b61ed1','p(2)','p(2)','n','c',28,0,0x1A63E06E0B60E5BA7BC8723E2B89CD4E07C776C4B40C6AF18100E23645517D6C);
INSERT INTO `rules` VALUES ('01a224eb-c8cd-7483-9c2b-29089dd2cce8','01a224eb-bb80-704f-95ac-fe1a34b61ed1','e(x) :- plain:q(x)','e(x) :- plain:q(x)','n','c',29,1,0xB2E24E678E260F80FD24A6A784E1CC4AFBA9CA7F29FF8F099B813D0EF5E61CAF);
INSERT INTO `rules` VALUES ('01a224eb-c964-71a4-bc8f-47304c4f22a5','01a224eb-b74c-772e-a9af-a8227c8a8173','execute[nova:disconnect(x)] :- p(x)','execute[nova:disconnect(x)] :- p(x)',NULL,'',30,1,0x0A81BEC7176A474D2CF030A2F23514BA8C18FEA29086C0D3DA2ED816B11454E7);
INSERT INTO `rules` VALUES ('01a224eb-ca06-706d-a9a9-798514f9e44b','01a224eb-b74c-772e-a9af-a8227c8a8173','disconnect(x) :- p(x)','disconnect(x) :- p(x)',NULL,'',31,1,0x6A5B7C09AC3B62AA676B92594BFF719405676A2BCC28661D260D0B29ED801D4C);
INSERT INTO `rules` VALUES ('01a224eb-cba2-72b1-a012-224effa067b9','01a224eb-bcef-733c-a350-dff2ca0c782a','u(\"中\")','u(\"中\")',NULL,'\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',33,1,0x92764712F05B6680A8A542324C60B887FB740FA32C3E81217FA86961D9B78A6F);
INSERT INTO `rules` VALUES ('01a224eb-cf70-7671-ba2b-9115f3d35d8b','01a224eb-bab2-735f-9705-5a823b718fdb','out(1)','out(1)',NULL,'',38,1,0x6D80256FFD1109B1205555A7A86D787A9A63909746974F0A13648159E6F10509);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fe44a22ad52','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(0)','p(0)','0','',48,2,0x51782AA4535224E195CCEFCF793F3C9A5CD0F8FA7D1BE032AAFA8551DD2F66B3);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fe51915afa7','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(1)','p(1)','1','',48,3,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fe6683851ae','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(2)','p(2)','2','',48,4,0x1A63E06E0B60E5BA7BC8723E2B89CD4E07C776C4B40C6AF18100E23645517D6C);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fe75a33963c','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(3)','p(3)','3','',48,5,0xFB35CD21644A262A1D8F668A7D6FA4F3393913A83E5EC4BF821A9092C851347E);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fe82a499427','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(4)','p(4)','4','',48,6,0xD3E62879A675BBF5EBB9F73DD3A5AE87DCD6FC80031345ACB9578651973DA2D2);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fe92362e885','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(5)','p(5)','5','',48,7,0xCB08558FC2550280B219C1BE6011CFAACD396DC62AEB24611DFD6F25D6DFE82D);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9feac415ac6b','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(6)','p(6)','6','',48,8,0x86BE29BE7CBC93520910ADDED18B06BDF8B081B2A69517D1B71B44D7F70F47DB);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9feb2be3e8c2','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(7)','p(7)','7','',48,9,0xB0E2E4857F339DB36BD3A0DB2227E7C0EAC9035EE14977F61486AB585CAB0CFC);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fec4d2ea8bb','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(8)','p(8)','8','',48,10,0x68CC13D80025BE67CFBA8D3E1032CBD71D0172BC72A74C9D2D31A71D305E1C96);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fedafff3b41','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(9)','p(9)','9','',48,11,0xC03BAEBC31F250A367D1D4ABC8F658A3B60D097496E5872EC2FAAF9607F218EA);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9feea205a1ef','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(10)','p(10)','10','',48,12,0x541B819ECB651723209E1B0B2ACBF8E937A59237CAB587C101BE6B36AAC61158);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9fef7c5748f3','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(11)','p(11)','11','',48,13,0xEF1A889274F65C381827C780FB42ED726A288AD31A97C97A238DD912B96F6F6F);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff0ed9b7e22','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(12)','p(12)','12','',48,14,0xBA45D66746899A31EB63D8F4FF699C4FA8D2C9506E16EB1C268450C7F3FD21C5);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff1a0767c94','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(13)','p(13)','13','',48,15,0x48CCBB8FE1459D5CEF179D2B9D8CE9DB7A1889619851FF10639B37FE6CE7FD54);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff212acc3a8','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(14)','p(14)','14','',48,16,0xEEFD1083CB2086784BBDCABA362EFDEB6712C8F7C9CD9016467C9D6E9B8E7128);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff3222b9304','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(15)','p(15)','15','',48,17,0x65EB978E99D1F437737BAD4A16755305FFB43F121600EEBAA52F20DEB7E460E3);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff45efa2d26','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(16)','p(16)','16','',48,18,0x152796E234FA1CD77634E909826DFE0880429912EBD249722488995FF668598F);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff5899fe274','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(17)','p(17)','17','',48,19,0xAEEE82D0717495E6EBDF20AD075208F0D5E7C99D63FB81E8ED9D1F5B378EB56E);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff6e6e08de2','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(18)','p(18)','18','',48,20,0xBD30118EEB9904CCD902694BE799FB7807FF372046D108E3DE4EE89F46DFA806);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff7c4c87c34','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(19)','p(19)','19','',48,21,0xDB0018E3568631B71712CEE05DAEA21C9316D05388E6E4B489E9A11001EA6067);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff857015ede','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(20)','p(20)','20','',48,22,0xEB91F15F28B5E8B57017C96AD5DAD60172EB92E1319EDF98620F96E40495612F);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ff9c774fedc','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(21)','p(21)','21','',48,23,0x3F1609900B60D1501A0EB16534EA39FBE8345BD49837DCA0BB8A286277057239);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ffa67b719a6','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(22)','p(22)','22','',48,24,0xD0ED17A332344965A05594066FEC4944168E3D535898B061F99BB7D8728DAC50);
INSERT INTO `rules` VALUES ('01a224eb-d5a0-7087-98c3-9ffb5f697cfd','01a224eb-d5a0-7087-98c3-9fe3f9dea2c1','p(23)','p(23)','23','',48,25,0x3F5F7021CAD455AE13B1F2674FA559E3F22ED709B5EBFB1F95972304F025C158);
INSERT INTO `rules` VALUES ('01a224eb-e1b6-75e7-8ee4-022d1dbb0de5','01a224eb-e165-747e-9c30-ca4e4748af8b','p(1)','p(1)',NULL,'',61,1,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
CREATE TABLE `schema_migrations` (
  `version` bigint(20) NOT NULL,
  `name` longtext NOT NULL,
  `checksum` longtext NOT NULL,
  `applied_at` bigint(20) NOT NULL,
  `applied_by` longtext NOT NULL,
  PRIMARY KEY (`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
INSERT INTO `schema_migrations` VALUES (1,'initial','3c778b599e1bbd222c0bfb508dae87745f9e4fe3fa6996da4a7ac3d7b43545e8',1795915754268302,'statehouse-migrations 0.1.0');
CREATE TABLE `settings` (
  `name` varchar(255) NOT NULL,
  `value` longtext NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `settings` VALUES ('sealing_key_check','v1:Dg1K4JOl0ES/95K6KDdU8tbR02xIk98OVHHTtWbTbAEzewjTJuGE3ku1f/9rO8fDK/zDQivcN0XJKjKOUBf6Tv+ZzME=');
SET FOREIGN_KEY_CHECKS = 1;
