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
INSERT INTO `changes` VALUES (1,0,'policy','01a224e7-894a-71cf-99fc-ac18f85202f4',NULL,'{\"id\":\"01a224e7-894a-71cf-99fc-ac18f85202f4\",\"name\":\"classification\",\"abbreviation\":\"class\",\"description\":\"default policy\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":1,\"index\":0}}');
INSERT INTO `changes` VALUES (1,1,'policy','01a224e7-894a-71cf-99fc-ac19897f722f',NULL,'{\"id\":\"01a224e7-894a-71cf-99fc-ac19897f722f\",\"name\":\"action\",\"abbreviation\":\"actio\",\"description\":\"default action policy\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":1,\"index\":1}}');
INSERT INTO `changes` VALUES (2,0,'policy','01a224e7-8b50-7108-a6d9-8ff0558173ae',NULL,'{\"id\":\"01a224e7-8b50-7108-a6d9-8ff0558173ae\",\"name\":\"a_nonrecursive\",\"abbreviation\":\"nonre\",\"description\":\"nonrecursive \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":2,\"index\":0}}');
INSERT INTO `changes` VALUES (3,0,'policy','01a224e7-8c00-70e1-9aa7-6b775c3ca3e3',NULL,'{\"id\":\"01a224e7-8c00-70e1-9aa7-6b775c3ca3e3\",\"name\":\"a_action\",\"abbreviation\":\"actio\",\"description\":\"action \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":3,\"index\":0}}');
INSERT INTO `changes` VALUES (4,0,'policy','01a224e7-8cb9-738f-bbb4-37ac5ee60673',NULL,'{\"id\":\"01a224e7-8cb9-738f-bbb4-37ac5ee60673\",\"name\":\"a_database\",\"abbreviation\":\"datab\",\"description\":\"database \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"database\",\"created\":{\"revision\":4,\"index\":0}}');
INSERT INTO `changes` VALUES (5,0,'policy','01a224e7-8d4b-7081-96bd-ff6a441291c0',NULL,'{\"id\":\"01a224e7-8d4b-7081-96bd-ff6a441291c0\",\"name\":\"a_materialized\",\"abbreviation\":\"mater\",\"description\":\"materialized \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"materialized\",\"created\":{\"revision\":5,\"index\":0}}');
INSERT INTO `changes` VALUES (6,0,'policy','01a224e7-8dd3-740e-ab8e-a0632d88dba2',NULL,'{\"id\":\"01a224e7-8dd3-740e-ab8e-a0632d88dba2\",\"name\":\"a_datasource\",\"abbreviation\":\"datas\",\"description\":\"datasource \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"datasource\",\"created\":{\"revision\":6,\"index\":0}}');
INSERT INTO `changes` VALUES (7,0,'policy','01a224e7-8e83-7407-9dc8-6cf330992e73',NULL,'{\"id\":\"01a224e7-8e83-7407-9dc8-6cf330992e73\",\"name\":\"a_z3\",\"abbreviation\":\"z3\",\"description\":\"z3 \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"z3\",\"created\":{\"revision\":7,\"index\":0}}');
INSERT INTO `changes` VALUES (8,0,'policy','01a224e7-8f1d-7610-a3b6-c88dab3a2a63',NULL,'{\"id\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"name\":\"plain\",\"abbreviation\":\"plain\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":8,\"index\":0}}');
INSERT INTO `changes` VALUES (9,0,'policy','01a224e7-8fe1-7519-9ae4-d232e466507e',NULL,'{\"id\":\"01a224e7-8fe1-7519-9ae4-d232e466507e\",\"name\":\"Plain\",\"abbreviation\":\"Plain\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":9,\"index\":0}}');
INSERT INTO `changes` VALUES (10,0,'policy','01a224e7-9075-75f7-beed-9b192d38559b',NULL,'{\"id\":\"01a224e7-9075-75f7-beed-9b192d38559b\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":10,\"index\":0}}');
INSERT INTO `changes` VALUES (11,0,'policy','01a224e7-90eb-77cc-a72d-c6936a837cf1',NULL,'{\"id\":\"01a224e7-90eb-77cc-a72d-c6936a837cf1\",\"name\":\"with.dots\",\"abbreviation\":\"with.\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":11,\"index\":0}}');
INSERT INTO `changes` VALUES (12,0,'table','plain:p',NULL,'{\"policy\":\"plain\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":12,\"index\":0}}');
INSERT INTO `changes` VALUES (12,1,'rule','01a224e7-9180-72bb-9024-4287c76d2431',NULL,'{\"id\":\"01a224e7-9180-72bb-9024-4287c76d2431\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":12,\"index\":1}}');
INSERT INTO `changes` VALUES (13,0,'rule','01a224e7-923e-77ff-a44e-8f3612d8217e',NULL,'{\"id\":\"01a224e7-923e-77ff-a44e-8f3612d8217e\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"p(\\\"two\\\")\",\"identity\":\"p(\\\"two\\\")\",\"name\":\"two\",\"comment\":\"said so\",\"created\":{\"revision\":13,\"index\":0}}');
INSERT INTO `changes` VALUES (14,0,'table','plain:q',NULL,'{\"policy\":\"plain\",\"name\":\"q\",\"columns\":1,\"created\":{\"revision\":14,\"index\":0}}');
INSERT INTO `changes` VALUES (14,1,'table','plain:r',NULL,'{\"policy\":\"plain\",\"name\":\"r\",\"columns\":1,\"created\":{\"revision\":14,\"index\":1}}');
INSERT INTO `changes` VALUES (14,2,'rule','01a224e7-92c2-7048-a511-f56d5e2f07a4',NULL,'{\"id\":\"01a224e7-92c2-7048-a511-f56d5e2f07a4\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"q(x) :- p(x), not r(x)\",\"identity\":\"q(x) :- not r(x), p(x)\",\"name\":\"a rule\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":14,\"index\":2}}');
INSERT INTO `changes` VALUES (15,0,'rule','01a224e7-938d-75e5-ba04-057c87de9abc',NULL,'{\"id\":\"01a224e7-938d-75e5-ba04-057c87de9abc\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"r(3)\",\"identity\":\"r(3)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":15,\"index\":0}}');
INSERT INTO `changes` VALUES (16,0,'table','plain:s',NULL,'{\"policy\":\"plain\",\"name\":\"s\",\"columns\":2,\"created\":{\"revision\":16,\"index\":0}}');
INSERT INTO `changes` VALUES (16,1,'table','inventory:hosts',NULL,'{\"policy\":\"inventory\",\"name\":\"hosts\",\"columns\":2,\"created\":{\"revision\":16,\"index\":1}}');
INSERT INTO `changes` VALUES (16,2,'rule','01a224e7-940f-7091-a321-8b2d39b27ba5',NULL,'{\"id\":\"01a224e7-940f-7091-a321-8b2d39b27ba5\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"s(x, y) :- p(x), inventory:hosts(y, 1)\",\"identity\":\"s(x, y) :- inventory:hosts(y, 1), p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":16,\"index\":2}}');
INSERT INTO `changes` VALUES (17,0,'table','plain:inner',NULL,'{\"policy\":\"plain\",\"name\":\"inner\",\"columns\":2,\"created\":{\"revision\":17,\"index\":0}}');
INSERT INTO `changes` VALUES (17,1,'rule','01a224e7-950c-72e5-9e6f-cfe993abe5a3',NULL,'{\"id\":\"01a224e7-950c-72e5-9e6f-cfe993abe5a3\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"inner(x, z) :- s(x, y), s(y, z), not q(z)\",\"identity\":\"inner(x, z) :- not q(z), s(x, y), s(y, z)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":17,\"index\":1}}');
INSERT INTO `changes` VALUES (18,0,'rule','01a224e7-95b6-763a-97fe-73182cfa42bb',NULL,'{\"id\":\"01a224e7-95b6-763a-97fe-73182cfa42bb\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"p(-9223372036854775808)\",\"identity\":\"p(-9223372036854775808)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":18,\"index\":0}}');
INSERT INTO `changes` VALUES (19,0,'rule','01a224e7-96b8-7156-9554-9116026a9404',NULL,'{\"id\":\"01a224e7-96b8-7156-9554-9116026a9404\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"p(2.5)\",\"identity\":\"p(2.5)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":19,\"index\":0}}');
INSERT INTO `changes` VALUES (20,0,'rule','01a224e7-9751-7686-aec3-0ff1870d3c2c',NULL,'{\"id\":\"01a224e7-9751-7686-aec3-0ff1870d3c2c\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"p(\\\"\\u001a and 50% of it\'s 中文 😀\\\")\",\"identity\":\"p(\\\"\\u001a and 50% of it\'s 中文 😀\\\")\",\"name\":\"odd \\u001a\",\"comment\":\"\",\"created\":{\"revision\":20,\"index\":0}}');
INSERT INTO `changes` VALUES (21,0,'table','plain:long',NULL,'{\"policy\":\"plain\",\"name\":\"long\",\"columns\":40,\"created\":{\"revision\":21,\"index\":0}}');
INSERT INTO `changes` VALUES (21,1,'rule','01a224e7-9814-7418-b6bf-61b8daa38f23',NULL,'{\"id\":\"01a224e7-9814-7418-b6bf-61b8daa38f23\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"long(\\\"0\\\", \\\"1\\\", \\\"2\\\", \\\"3\\\", \\\"4\\\", \\\"5\\\", \\\"6\\\", \\\"7\\\", \\\"8\\\", \\\"9\\\", \\\"10\\\", \\\"11\\\", \\\"12\\\", \\\"13\\\", \\\"14\\\", \\\"15\\\", \\\"16\\\", \\\"17\\\", \\\"18\\\", \\\"19\\\", \\\"20\\\", \\\"21\\\", \\\"22\\\", \\\"23\\\", \\\"24\\\", \\\"25\\\", \\\"26\\\", \\\"27\\\", \\\"28\\\", \\\"29\\\", \\\"30\\\", \\\"31\\\", \\\"32\\\", \\\"33\\\", \\\"34\\\", \\\"35\\\", \\\"36\\\", \\\"37\\\", \\\"38\\\", \\\"39\\\")\",\"identity\":\"long(\\\"0\\\", \\\"1\\\", \\\"2\\\", \\\"3\\\", \\\"4\\\", \\\"5\\\", \\\"6\\\", \\\"7\\\", \\\"8\\\", \\\"9\\\", \\\"10\\\", \\\"11\\\", \\\"12\\\", \\\"13\\\", \\\"14\\\", \\\"15\\\", \\\"16\\\", \\\"17\\\", \\\"18\\\", \\\"19\\\", \\\"20\\\", \\\"21\\\", \\\"22\\\", \\\"23\\\", \\\"24\\\", \\\"25\\\", \\\"26\\\", \\\"27\\\", \\\"28\\\", \\\"29\\\", \\\"30\\\", \\\"31\\\", \\\"32\\\", \\\"33\\\", \\\"34\\\", \\\"35\\\", \\\"36\\\", \\\"37\\\", \\\"38\\\", \\\"39\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":21,\"index\":1}}');
INSERT INTO `changes` VALUES (22,0,'table','plain:safe',NULL,'{\"policy\":\"plain\",\"name\":\"safe\",\"columns\":1,\"created\":{\"revision\":22,\"index\":0}}');
INSERT INTO `changes` VALUES (22,1,'table','Plain:p',NULL,'{\"policy\":\"Plain\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":22,\"index\":1}}');
INSERT INTO `changes` VALUES (22,2,'rule','01a224e7-988f-74c1-b710-c57e0761060e',NULL,'{\"id\":\"01a224e7-988f-74c1-b710-c57e0761060e\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"safe(x) :- Plain:p(x)\",\"identity\":\"safe(x) :- Plain:p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":22,\"index\":2}}');
INSERT INTO `changes` VALUES (23,0,'table','plain:lower',NULL,'{\"policy\":\"plain\",\"name\":\"lower\",\"columns\":1,\"created\":{\"revision\":23,\"index\":0}}');
INSERT INTO `changes` VALUES (23,1,'rule','01a224e7-992a-7091-8fde-08f59e16e158',NULL,'{\"id\":\"01a224e7-992a-7091-8fde-08f59e16e158\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"lower(x) :- p(x), builtin:lt(x, 3)\",\"identity\":\"lower(x) :- builtin:lt(x, 3), p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":23,\"index\":1}}');
INSERT INTO `changes` VALUES (24,0,'table','plain:nul',NULL,'{\"policy\":\"plain\",\"name\":\"nul\",\"columns\":1,\"created\":{\"revision\":24,\"index\":0}}');
INSERT INTO `changes` VALUES (24,1,'rule','01a224e7-99c4-73ba-a726-08ec47dd8f5c',NULL,'{\"id\":\"01a224e7-99c4-73ba-a726-08ec47dd8f5c\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"nul(\\\"a\\\\u0000b\\u0000\\\")\",\"identity\":\"nul(\\\"a\\\\u0000b\\u0000\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":24,\"index\":1}}');
INSERT INTO `changes` VALUES (25,0,'table','plain:P',NULL,'{\"policy\":\"plain\",\"name\":\"P\",\"columns\":1,\"created\":{\"revision\":25,\"index\":0}}');
INSERT INTO `changes` VALUES (25,1,'rule','01a224e7-9ac7-753a-b4a4-c94e2cb4e2ad',NULL,'{\"id\":\"01a224e7-9ac7-753a-b4a4-c94e2cb4e2ad\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"P(1)\",\"identity\":\"P(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":25,\"index\":1}}');
INSERT INTO `changes` VALUES (26,0,'table','plain:none',NULL,'{\"policy\":\"plain\",\"name\":\"none\",\"columns\":0,\"created\":{\"revision\":26,\"index\":0}}');
INSERT INTO `changes` VALUES (26,1,'rule','01a224e7-9b8d-7542-aaa5-b71ee893ea87',NULL,'{\"id\":\"01a224e7-9b8d-7542-aaa5-b71ee893ea87\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"none()\",\"identity\":\"none()\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":26,\"index\":1}}');
INSERT INTO `changes` VALUES (27,0,'rule','01a224e7-9c55-774d-ad45-81c45d78382e',NULL,'{\"id\":\"01a224e7-9c55-774d-ad45-81c45d78382e\",\"policy\":\"01a224e7-8fe1-7519-9ae4-d232e466507e\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":27,\"index\":0}}');
INSERT INTO `changes` VALUES (28,0,'rule','01a224e7-9d06-7718-802d-bde9f6591946',NULL,'{\"id\":\"01a224e7-9d06-7718-802d-bde9f6591946\",\"policy\":\"01a224e7-8fe1-7519-9ae4-d232e466507e\",\"text\":\"p(2)\",\"identity\":\"p(2)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":28,\"index\":0}}');
INSERT INTO `changes` VALUES (29,0,'table','Plain:e',NULL,'{\"policy\":\"Plain\",\"name\":\"e\",\"columns\":1,\"created\":{\"revision\":29,\"index\":0}}');
INSERT INTO `changes` VALUES (29,1,'rule','01a224e7-9e03-7171-96e6-d54a1b74e654',NULL,'{\"id\":\"01a224e7-9e03-7171-96e6-d54a1b74e654\",\"policy\":\"01a224e7-8fe1-7519-9ae4-d232e466507e\",\"text\":\"e(x) :- plain:q(x)\",\"identity\":\"e(x) :- plain:q(x)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":29,\"index\":1}}');
INSERT INTO `changes` VALUES (30,0,'table','a_action:p',NULL,'{\"policy\":\"a_action\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":30,\"index\":0}}');
INSERT INTO `changes` VALUES (30,1,'rule','01a224e7-9ee9-745b-acde-25e36d4a6a01',NULL,'{\"id\":\"01a224e7-9ee9-745b-acde-25e36d4a6a01\",\"policy\":\"01a224e7-8c00-70e1-9aa7-6b775c3ca3e3\",\"text\":\"execute[nova:disconnect(x)] :- p(x)\",\"identity\":\"execute[nova:disconnect(x)] :- p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":30,\"index\":1}}');
INSERT INTO `changes` VALUES (31,0,'table','a_action:disconnect',NULL,'{\"policy\":\"a_action\",\"name\":\"disconnect\",\"columns\":1,\"created\":{\"revision\":31,\"index\":0}}');
INSERT INTO `changes` VALUES (31,1,'rule','01a224e7-9fa2-7135-8c84-fc0cfeb3430b',NULL,'{\"id\":\"01a224e7-9fa2-7135-8c84-fc0cfeb3430b\",\"policy\":\"01a224e7-8c00-70e1-9aa7-6b775c3ca3e3\",\"text\":\"disconnect(x) :- p(x)\",\"identity\":\"disconnect(x) :- p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":31,\"index\":1}}');
INSERT INTO `changes` VALUES (32,0,'table','going:gone',NULL,'{\"policy\":\"going\",\"name\":\"gone\",\"columns\":1,\"created\":{\"revision\":32,\"index\":0}}');
INSERT INTO `changes` VALUES (32,1,'rule','01a224e7-a086-72ee-b8fc-2c9dedd7d2e0',NULL,'{\"id\":\"01a224e7-a086-72ee-b8fc-2c9dedd7d2e0\",\"policy\":\"01a224e7-9075-75f7-beed-9b192d38559b\",\"text\":\"gone(1)\",\"identity\":\"gone(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":32,\"index\":1}}');
INSERT INTO `changes` VALUES (33,0,'table','with.dots:u',NULL,'{\"policy\":\"with.dots\",\"name\":\"u\",\"columns\":1,\"created\":{\"revision\":33,\"index\":0}}');
INSERT INTO `changes` VALUES (33,1,'rule','01a224e7-a117-7650-8efc-f8ea191409de',NULL,'{\"id\":\"01a224e7-a117-7650-8efc-f8ea191409de\",\"policy\":\"01a224e7-90eb-77cc-a72d-c6936a837cf1\",\"text\":\"u(\\\"中\\\")\",\"identity\":\"u(\\\"中\\\")\",\"name\":null,\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":33,\"index\":1}}');
INSERT INTO `changes` VALUES (34,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":34,\"index\":0}}');
INSERT INTO `changes` VALUES (34,1,'rule','01a224e7-a1a7-72f2-9a6c-a6ccd772d10f',NULL,'{\"id\":\"01a224e7-a1a7-72f2-9a6c-a6ccd772d10f\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":34,\"index\":1}}');
INSERT INTO `changes` VALUES (35,0,'rule','01a224e7-a1a7-72f2-9a6c-a6ccd772d10f','{\"id\":\"01a224e7-a1a7-72f2-9a6c-a6ccd772d10f\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":34,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (35,1,'table','plain:out','{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":34,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (36,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":36,\"index\":0}}');
INSERT INTO `changes` VALUES (36,1,'rule','01a224e7-a379-7420-bcc6-45df74ff907f',NULL,'{\"id\":\"01a224e7-a379-7420-bcc6-45df74ff907f\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"out(x) :- p(x)\",\"identity\":\"out(x) :- p(x)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":36,\"index\":1}}');
INSERT INTO `changes` VALUES (37,0,'rule','01a224e7-a379-7420-bcc6-45df74ff907f','{\"id\":\"01a224e7-a379-7420-bcc6-45df74ff907f\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"out(x) :- p(x)\",\"identity\":\"out(x) :- p(x)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":36,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (37,1,'table','plain:out','{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":36,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (38,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":38,\"index\":0}}');
INSERT INTO `changes` VALUES (38,1,'rule','01a224e7-a4c4-729f-857d-78120143652c',NULL,'{\"id\":\"01a224e7-a4c4-729f-857d-78120143652c\",\"policy\":\"01a224e7-8f1d-7610-a3b6-c88dab3a2a63\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":38,\"index\":1}}');
INSERT INTO `changes` VALUES (39,0,'rule','01a224e7-a086-72ee-b8fc-2c9dedd7d2e0','{\"id\":\"01a224e7-a086-72ee-b8fc-2c9dedd7d2e0\",\"policy\":\"01a224e7-9075-75f7-beed-9b192d38559b\",\"text\":\"gone(1)\",\"identity\":\"gone(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":32,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (39,1,'table','going:gone','{\"policy\":\"going\",\"name\":\"gone\",\"columns\":1,\"created\":{\"revision\":32,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (40,0,'policy','01a224e7-9075-75f7-beed-9b192d38559b','{\"id\":\"01a224e7-9075-75f7-beed-9b192d38559b\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":10,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (41,0,'library_policy','01a224e7-a7b1-71b3-8827-74a90096c443',NULL,'{\"id\":\"01a224e7-a7b1-71b3-8827-74a90096c443\",\"name\":\"empty\",\"abbreviation\":\"empty\",\"description\":\"\",\"kind\":\"nonrecursive\",\"rules\":[],\"created\":{\"revision\":41,\"index\":0}}');
INSERT INTO `changes` VALUES (42,0,'library_policy','01a224e7-a884-7647-9b52-94b6f59b09bf',NULL,'{\"id\":\"01a224e7-a884-7647-9b52-94b6f59b09bf\",\"name\":\"plain\",\"abbreviation\":\"pl\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"kind\":\"action\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"one\",\"comment\":\"c\"},{\"rule\":\"p(2)\"},{\"rule\":\"q(x) :- p(x)\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"note\":\"an extra field\",\"deep\":{\"a\":[1,2.5,null,true,\"\\u001a\"]}},{\"rule\":\"p(\\\"\\u0000\\\")\",\"nul\":\"\\u0000\"}],\"created\":{\"revision\":42,\"index\":0}}');
INSERT INTO `changes` VALUES (43,0,'library_policy','01a224e7-a93b-70e7-be42-602e0174d446',NULL,'{\"id\":\"01a224e7-a93b-70e7-be42-602e0174d446\",\"name\":\"of_old\",\"abbreviation\":\"of_ol\",\"description\":\"replaced\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"before\"}],\"created\":{\"revision\":43,\"index\":0}}');
INSERT INTO `changes` VALUES (44,0,'library_policy','01a224e7-a9c5-7643-b10d-eabcb15bebde',NULL,'{\"id\":\"01a224e7-a9c5-7643-b10d-eabcb15bebde\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"deleted\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\"},{\"rule\":\"p(1)\"},{\"rule\":\"p(2)\"},{\"rule\":\"p(3)\"},{\"rule\":\"p(4)\"}],\"created\":{\"revision\":44,\"index\":0}}');
INSERT INTO `changes` VALUES (45,0,'library_policy','01a224e7-aaa9-70b6-a2c8-3936138a79ff',NULL,'{\"id\":\"01a224e7-aaa9-70b6-a2c8-3936138a79ff\",\"name\":\"many\",\"abbreviation\":\"many\",\"description\":\"many\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\",\"name\":\"0\",\"weight\":0},{\"rule\":\"p(1)\",\"name\":\"1\",\"weight\":1},{\"rule\":\"p(2)\",\"name\":\"2\",\"weight\":2},{\"rule\":\"p(3)\",\"name\":\"3\",\"weight\":3},{\"rule\":\"p(4)\",\"name\":\"4\",\"weight\":4},{\"rule\":\"p(5)\",\"name\":\"5\",\"weight\":5},{\"rule\":\"p(6)\",\"name\":\"6\",\"weight\":6},{\"rule\":\"p(7)\",\"name\":\"7\",\"weight\":7},{\"rule\":\"p(8)\",\"name\":\"8\",\"weight\":8},{\"rule\":\"p(9)\",\"name\":\"9\",\"weight\":9},{\"rule\":\"p(10)\",\"name\":\"10\",\"weight\":10},{\"rule\":\"p(11)\",\"name\":\"11\",\"weight\":11},{\"rule\":\"p(12)\",\"name\":\"12\",\"weight\":12},{\"rule\":\"p(13)\",\"name\":\"13\",\"weight\":13},{\"rule\":\"p(14)\",\"name\":\"14\",\"weight\":14},{\"rule\":\"p(15)\",\"name\":\"15\",\"weight\":15},{\"rule\":\"p(16)\",\"name\":\"16\",\"weight\":16},{\"rule\":\"p(17)\",\"name\":\"17\",\"weight\":17},{\"rule\":\"p(18)\",\"name\":\"18\",\"weight\":18},{\"rule\":\"p(19)\",\"name\":\"19\",\"weight\":19},{\"rule\":\"p(20)\",\"name\":\"20\",\"weight\":20},{\"rule\":\"p(21)\",\"name\":\"21\",\"weight\":21},{\"rule\":\"p(22)\",\"name\":\"22\",\"weight\":22},{\"rule\":\"p(23)\",\"name\":\"23\",\"weight\":23}],\"created\":{\"revision\":45,\"index\":0}}');
INSERT INTO `changes` VALUES (46,0,'library_policy','01a224e7-a93b-70e7-be42-602e0174d446','{\"id\":\"01a224e7-a93b-70e7-be42-602e0174d446\",\"name\":\"of_old\",\"abbreviation\":\"of_ol\",\"description\":\"replaced\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"before\"}],\"created\":{\"revision\":43,\"index\":0}}','{\"id\":\"01a224e7-a93b-70e7-be42-602e0174d446\",\"name\":\"anew\",\"abbreviation\":\"new\",\"description\":\"put\",\"kind\":\"database\",\"rules\":[{\"rule\":\"b(1)\",\"name\":\"after\",\"extra\":[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]},{\"rule\":\"b(2)\",\"comment\":\"c\"}],\"created\":{\"revision\":43,\"index\":0}}');
INSERT INTO `changes` VALUES (47,0,'library_policy','01a224e7-a9c5-7643-b10d-eabcb15bebde','{\"id\":\"01a224e7-a9c5-7643-b10d-eabcb15bebde\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"deleted\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\"},{\"rule\":\"p(1)\"},{\"rule\":\"p(2)\"},{\"rule\":\"p(3)\"},{\"rule\":\"p(4)\"}],\"created\":{\"revision\":44,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (48,0,'policy','01a224e7-ad53-74b7-8581-3b51424c74a9',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"name\":\"many\",\"abbreviation\":\"many\",\"description\":\"many\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":48,\"index\":0}}');
INSERT INTO `changes` VALUES (48,1,'table','many:p',NULL,'{\"policy\":\"many\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":48,\"index\":1}}');
INSERT INTO `changes` VALUES (48,2,'rule','01a224e7-ad53-74b7-8581-3b52bd227d30',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b52bd227d30\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(0)\",\"identity\":\"p(0)\",\"name\":\"0\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":2}}');
INSERT INTO `changes` VALUES (48,3,'rule','01a224e7-ad53-74b7-8581-3b536bf48252',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b536bf48252\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":\"1\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":3}}');
INSERT INTO `changes` VALUES (48,4,'rule','01a224e7-ad53-74b7-8581-3b5460eca237',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5460eca237\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(2)\",\"identity\":\"p(2)\",\"name\":\"2\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":4}}');
INSERT INTO `changes` VALUES (48,5,'rule','01a224e7-ad53-74b7-8581-3b5592b5a533',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5592b5a533\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(3)\",\"identity\":\"p(3)\",\"name\":\"3\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":5}}');
INSERT INTO `changes` VALUES (48,6,'rule','01a224e7-ad53-74b7-8581-3b56da92df02',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b56da92df02\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(4)\",\"identity\":\"p(4)\",\"name\":\"4\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":6}}');
INSERT INTO `changes` VALUES (48,7,'rule','01a224e7-ad53-74b7-8581-3b5756334355',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5756334355\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(5)\",\"identity\":\"p(5)\",\"name\":\"5\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":7}}');
INSERT INTO `changes` VALUES (48,8,'rule','01a224e7-ad53-74b7-8581-3b58fbeac612',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b58fbeac612\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(6)\",\"identity\":\"p(6)\",\"name\":\"6\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":8}}');
INSERT INTO `changes` VALUES (48,9,'rule','01a224e7-ad53-74b7-8581-3b599f48304d',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b599f48304d\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(7)\",\"identity\":\"p(7)\",\"name\":\"7\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":9}}');
INSERT INTO `changes` VALUES (48,10,'rule','01a224e7-ad53-74b7-8581-3b5a89e50371',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5a89e50371\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(8)\",\"identity\":\"p(8)\",\"name\":\"8\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":10}}');
INSERT INTO `changes` VALUES (48,11,'rule','01a224e7-ad53-74b7-8581-3b5b4b37100a',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5b4b37100a\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(9)\",\"identity\":\"p(9)\",\"name\":\"9\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":11}}');
INSERT INTO `changes` VALUES (48,12,'rule','01a224e7-ad53-74b7-8581-3b5c40ac3d80',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5c40ac3d80\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(10)\",\"identity\":\"p(10)\",\"name\":\"10\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":12}}');
INSERT INTO `changes` VALUES (48,13,'rule','01a224e7-ad53-74b7-8581-3b5d59017713',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5d59017713\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(11)\",\"identity\":\"p(11)\",\"name\":\"11\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":13}}');
INSERT INTO `changes` VALUES (48,14,'rule','01a224e7-ad53-74b7-8581-3b5e7ee7955d',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5e7ee7955d\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(12)\",\"identity\":\"p(12)\",\"name\":\"12\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":14}}');
INSERT INTO `changes` VALUES (48,15,'rule','01a224e7-ad53-74b7-8581-3b5fcb6749ba',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b5fcb6749ba\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(13)\",\"identity\":\"p(13)\",\"name\":\"13\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":15}}');
INSERT INTO `changes` VALUES (48,16,'rule','01a224e7-ad53-74b7-8581-3b604ac878f2',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b604ac878f2\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(14)\",\"identity\":\"p(14)\",\"name\":\"14\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":16}}');
INSERT INTO `changes` VALUES (48,17,'rule','01a224e7-ad53-74b7-8581-3b61633e9885',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b61633e9885\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(15)\",\"identity\":\"p(15)\",\"name\":\"15\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":17}}');
INSERT INTO `changes` VALUES (48,18,'rule','01a224e7-ad53-74b7-8581-3b620688f46e',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b620688f46e\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(16)\",\"identity\":\"p(16)\",\"name\":\"16\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":18}}');
INSERT INTO `changes` VALUES (48,19,'rule','01a224e7-ad53-74b7-8581-3b63477c16c8',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b63477c16c8\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(17)\",\"identity\":\"p(17)\",\"name\":\"17\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":19}}');
INSERT INTO `changes` VALUES (48,20,'rule','01a224e7-ad53-74b7-8581-3b64a08cc79e',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b64a08cc79e\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(18)\",\"identity\":\"p(18)\",\"name\":\"18\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":20}}');
INSERT INTO `changes` VALUES (48,21,'rule','01a224e7-ad53-74b7-8581-3b657692c79b',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b657692c79b\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(19)\",\"identity\":\"p(19)\",\"name\":\"19\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":21}}');
INSERT INTO `changes` VALUES (48,22,'rule','01a224e7-ad53-74b7-8581-3b66002f7fc9',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b66002f7fc9\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(20)\",\"identity\":\"p(20)\",\"name\":\"20\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":22}}');
INSERT INTO `changes` VALUES (48,23,'rule','01a224e7-ad53-74b7-8581-3b67dba86f02',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b67dba86f02\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(21)\",\"identity\":\"p(21)\",\"name\":\"21\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":23}}');
INSERT INTO `changes` VALUES (48,24,'rule','01a224e7-ad53-74b7-8581-3b68881bb118',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b68881bb118\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(22)\",\"identity\":\"p(22)\",\"name\":\"22\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":24}}');
INSERT INTO `changes` VALUES (48,25,'rule','01a224e7-ad53-74b7-8581-3b69831891c3',NULL,'{\"id\":\"01a224e7-ad53-74b7-8581-3b69831891c3\",\"policy\":\"01a224e7-ad53-74b7-8581-3b51424c74a9\",\"text\":\"p(23)\",\"identity\":\"p(23)\",\"name\":\"23\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":25}}');
INSERT INTO `changes` VALUES (49,0,'data_source','01a224e7-b0f5-700c-b04c-6ad192d87d75',NULL,'{\"id\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"inventory\",\"driver\":\"push\",\"description\":\"what is where\",\"type\":null,\"enabled\":true,\"config\":{\"description\":\"pushed\"},\"created\":{\"revision\":49,\"index\":0}}');
INSERT INTO `changes` VALUES (50,0,'data_source','01a224e7-b195-7567-87d8-a85cce59470e',NULL,'{\"id\":\"01a224e7-b195-7567-87d8-a85cce59470e\",\"name\":\"safe\",\"driver\":\"vault\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:5Y9W9vLTxCqB9p0BezLsjsOspOnkFneHfAJaWAhWvBu/mp8vYqMHTu8leiP9pgTDVXKC9EFBS3XNUUYyj6hJTuTDcwjBqxoT4wYj/nHUkCMsMAzEvjCC0+KhJT6+avHByUR2TRQNj5I8SQ==\"},\"url\":\"http://vault\"},\"created\":{\"revision\":50,\"index\":0}}');
INSERT INTO `changes` VALUES (51,0,'data_source','01a224e7-b26b-728b-8f0c-448063397319',NULL,'{\"id\":\"01a224e7-b26b-728b-8f0c-448063397319\",\"name\":\"off\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":false,\"config\":{\"password\":{\"$sealed\":\"v1:JYADjLDvRK8ltukobZ65n/hGNS4uvIORIV1uhaO2N18Ta7FE9/bVdOWH\"},\"url\":\"http://off\"},\"created\":{\"revision\":51,\"index\":0}}');
INSERT INTO `changes` VALUES (52,0,'data_source','01a224e7-b32d-70ec-b0b3-c6c90845b3b3',NULL,'{\"id\":\"01a224e7-b32d-70ec-b0b3-c6c90845b3b3\",\"name\":\"gone\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:5YZI1erCbGMYDOhF3PFV8/YPGKapg85zXfFxTTJuNAmtX9B4xfR9yDk6VxuGW96nxc8n4Q==\"},\"url\":\"http://gone\"},\"created\":{\"revision\":52,\"index\":0}}');
INSERT INTO `changes` VALUES (53,0,'rows','01a224e7-b0f5-700c-b04c-6ad192d87d75:hosts',NULL,'{\"table\":{\"data_source\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"hosts\",\"updates\":1,\"updated_at\":1795915494495040,\"created\":{\"revision\":53,\"index\":0}},\"rows\":[[1.5,9223372036854775807],[\"\",-1],[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",1],[\"a\",1],[\"b\",2],[\"nul \\u0000 \\u001a1\",1]]}');
INSERT INTO `changes` VALUES (54,0,'rows','01a224e7-b0f5-700c-b04c-6ad192d87d75:Hosts',NULL,'{\"table\":{\"data_source\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"Hosts\",\"updates\":1,\"updated_at\":1795915494782673,\"created\":{\"revision\":54,\"index\":0}},\"rows\":[[\"A\"]]}');
INSERT INTO `changes` VALUES (55,0,'rows','01a224e7-b0f5-700c-b04c-6ad192d87d75:emptied',NULL,'{\"table\":{\"data_source\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"emptied\",\"updates\":1,\"updated_at\":1795915495076717,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[[1],[2]]}');
INSERT INTO `changes` VALUES (56,0,'rows','01a224e7-b0f5-700c-b04c-6ad192d87d75:emptied','{\"table\":{\"data_source\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"emptied\",\"updates\":1,\"updated_at\":1795915495076717,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[[1],[2]]}','{\"table\":{\"data_source\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"emptied\",\"updates\":2,\"updated_at\":1795915495273541,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[]}');
INSERT INTO `changes` VALUES (57,0,'rows','01a224e7-b195-7567-87d8-a85cce59470e:sealed',NULL,'{\"table\":{\"data_source\":\"01a224e7-b195-7567-87d8-a85cce59470e\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915495552554,\"created\":{\"revision\":57,\"index\":0}},\"rows\":[[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"],[\"x\"]]}');
INSERT INTO `changes` VALUES (58,0,'rows','01a224e7-b32d-70ec-b0b3-c6c90845b3b3:sealed',NULL,'{\"table\":{\"data_source\":\"01a224e7-b32d-70ec-b0b3-c6c90845b3b3\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915495744214,\"created\":{\"revision\":58,\"index\":0}},\"rows\":[[\"y\"]]}');
INSERT INTO `changes` VALUES (59,0,'rows','01a224e7-b0f5-700c-b04c-6ad192d87d75:hosts','{\"table\":{\"data_source\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"hosts\",\"updates\":1,\"updated_at\":1795915494495040,\"created\":{\"revision\":53,\"index\":0}},\"rows\":[[\"b\",2]]}','{\"table\":{\"data_source\":\"01a224e7-b0f5-700c-b04c-6ad192d87d75\",\"name\":\"hosts\",\"updates\":2,\"updated_at\":1795915495976221,\"created\":{\"revision\":53,\"index\":0}},\"rows\":[[\"c\",3]]}');
INSERT INTO `changes` VALUES (60,0,'rows','01a224e7-b32d-70ec-b0b3-c6c90845b3b3:sealed','{\"table\":{\"data_source\":\"01a224e7-b32d-70ec-b0b3-c6c90845b3b3\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915495744214,\"created\":{\"revision\":58,\"index\":0}},\"rows\":[[\"y\"]]}',NULL);
INSERT INTO `changes` VALUES (60,1,'data_source','01a224e7-b32d-70ec-b0b3-c6c90845b3b3','{\"id\":\"01a224e7-b32d-70ec-b0b3-c6c90845b3b3\",\"name\":\"gone\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:pG/l6I6r3Bjn5aUbbietb5LMBEsc2bLQnP6Re95joBxCM1ogd+s8oKqHhcNRfWN/tomajw==\"},\"url\":\"http://gone\"},\"created\":{\"revision\":52,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (61,0,'policy','f76c53b5-67d4-4fbd-8156-679b9e059d3a',NULL,'{\"id\":\"f76c53b5-67d4-4fbd-8156-679b9e059d3a\",\"name\":\"gonepolicy\",\"abbreviation\":\"gonep\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":61,\"index\":0}}');
INSERT INTO `changes` VALUES (62,0,'rule','c12ac9b9-c990-4bd4-bece-e86b78bdac73',NULL,'{\"id\":\"c12ac9b9-c990-4bd4-bece-e86b78bdac73\",\"policy\":\"f76c53b5-67d4-4fbd-8156-679b9e059d3a\",\"text\":\"z(1)\",\"identity\":\"disabled c12ac9b9-c990-4bd4-bece-e86b78bdac73\",\"name\":null,\"comment\":\"\",\"disabled\":\"it was deleted in Congress, and is here for the log alone\",\"created\":{\"revision\":62,\"index\":0}}');
INSERT INTO `changes` VALUES (63,0,'rule','c12ac9b9-c990-4bd4-bece-e86b78bdac73','{\"id\":\"c12ac9b9-c990-4bd4-bece-e86b78bdac73\",\"policy\":\"f76c53b5-67d4-4fbd-8156-679b9e059d3a\",\"text\":\"z(1)\",\"identity\":\"disabled c12ac9b9-c990-4bd4-bece-e86b78bdac73\",\"name\":null,\"comment\":\"\",\"disabled\":\"it was deleted in Congress, and is here for the log alone\",\"created\":{\"revision\":62,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (64,0,'rule','d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d',NULL,'{\"id\":\"d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d\",\"policy\":\"f76c53b5-67d4-4fbd-8156-679b9e059d3a\",\"text\":\"z(2)\",\"identity\":\"disabled d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d\",\"name\":null,\"comment\":\"\",\"disabled\":\"it was deleted in Congress, and is here for the log alone\",\"created\":{\"revision\":64,\"index\":0}}');
INSERT INTO `changes` VALUES (65,0,'rule','d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d','{\"id\":\"d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d\",\"policy\":\"f76c53b5-67d4-4fbd-8156-679b9e059d3a\",\"text\":\"z(2)\",\"identity\":\"disabled d58cf8a1-7ed2-4b08-87f2-46de0f04ca6d\",\"name\":null,\"comment\":\"\",\"disabled\":\"it was deleted in Congress, and is here for the log alone\",\"created\":{\"revision\":64,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (66,0,'policy','f76c53b5-67d4-4fbd-8156-679b9e059d3a','{\"id\":\"f76c53b5-67d4-4fbd-8156-679b9e059d3a\",\"name\":\"gonepolicy\",\"abbreviation\":\"gonep\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":61,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (67,0,'library_policy','1390e9a1-512d-40a3-b37c-8bab2a2d9caf',NULL,'{\"id\":\"1390e9a1-512d-40a3-b37c-8bab2a2d9caf\",\"name\":\"BadFlavors\",\"abbreviation\":\"BadFl\",\"description\":\"Error on any server using a flavor that is not permitted\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"permitted_flavor(\'m1.tiny\')\",\"comment\":\"User should customize this.  Permitted flavors.\"},{\"rule\":\"permitted_flavor(\'m1.large\')\",\"comment\":\"User should customize this.  Permitted flavors.\"},{\"rule\":\"server_with_bad_flavor(id) :- nova:servers(id=id,flavor_id=flavor_id), nova:flavors(id=flavor_id, name=flavor), not permitted_flavor(flavor)\\n\"},{\"rule\":\"error(id) :- server_with_bad_flavor(id)\"}],\"created\":{\"revision\":67,\"index\":0}}');
INSERT INTO `changes` VALUES (68,0,'library_policy','1f4a7524-eab7-41c1-8fd1-13701f550d44',NULL,'{\"id\":\"1f4a7524-eab7-41c1-8fd1-13701f550d44\",\"name\":\"mylib\",\"abbreviation\":\"mylib\",\"description\":\"custom\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(x) :- q(x)\",\"name\":\"n\",\"comment\":\"c\"},{\"rule\":\"q(1)\"}],\"created\":{\"revision\":68,\"index\":0}}');
INSERT INTO `changes` VALUES (69,0,'library_policy','78daca1f-a186-44d0-b481-339ed6a598b9',NULL,'{\"id\":\"78daca1f-a186-44d0-b481-339ed6a598b9\",\"name\":\"minlib\",\"abbreviation\":\"minli\",\"description\":\"\",\"kind\":\"nonrecursive\",\"rules\":[],\"created\":{\"revision\":69,\"index\":0}}');
INSERT INTO `changes` VALUES (70,0,'data_source','7a32f3ca-019e-4f0f-8967-351942c712c8',NULL,'{\"id\":\"7a32f3ca-019e-4f0f-8967-351942c712c8\",\"name\":\"doc\",\"driver\":\"doctor\",\"description\":\"the doctor\",\"type\":null,\"enabled\":true,\"config\":{\"persist_data\":true},\"created\":{\"revision\":70,\"index\":0}}');
INSERT INTO `changes` VALUES (71,0,'data_source','3642d2bd-ab50-41fa-8f49-d987cf67f461',NULL,'{\"id\":\"3642d2bd-ab50-41fa-8f49-d987cf67f461\",\"name\":\"pushed\",\"driver\":\"push\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":{\"description\":\"pushed\",\"persist_data\":true},\"created\":{\"revision\":71,\"index\":0}}');
INSERT INTO `changes` VALUES (72,0,'data_source','392042c0-803d-4535-9242-2f13e9aaa3f5',NULL,'{\"id\":\"392042c0-803d-4535-9242-2f13e9aaa3f5\",\"name\":\"fake\",\"driver\":\"fake_datasource\",\"description\":\"has a secret\",\"type\":null,\"enabled\":true,\"config\":{\"auth_url\":\"http://127.0.0.1:1/v3\",\"password\":{\"$sealed\":\"v1:sjGgWI40e4DTMvc+sFA9Qmo0Hg8k4j3YArjaxoE+bV/wNIDatJLMSHTUSKVXfdPk4jtj8xfofw==\"},\"poll_time\":\"3600\",\"project_name\":\"admin\",\"tenant_name\":\"admin\",\"username\":\"admin\"},\"created\":{\"revision\":72,\"index\":0}}');
INSERT INTO `changes` VALUES (73,0,'data_source','4c294b62-7223-4d32-ab47-73f295b1bd87',NULL,'{\"id\":\"4c294b62-7223-4d32-ab47-73f295b1bd87\",\"name\":\"nova\",\"driver\":\"nova\",\"description\":\"unreachable nova\",\"type\":null,\"enabled\":true,\"config\":{\"auth_url\":\"http://127.0.0.1:1/v3\",\"password\":{\"$sealed\":\"v1:YnM/UJXu9aMAKpR6KtK8em7+E0Ns2MRf2FvosmnKXs58rHn0fp/g0q57QQjEVY2qcj8M17k=\"},\"poll_time\":\"3600\",\"project_name\":\"admin\",\"username\":\"admin\"},\"created\":{\"revision\":73,\"index\":0}}');
INSERT INTO `changes` VALUES (74,0,'data_source','96f77bf2-ee87-4a13-b4f7-2ae7fa94b050',NULL,'{\"id\":\"96f77bf2-ee87-4a13-b4f7-2ae7fa94b050\",\"name\":\"nullcfg\",\"driver\":\"doctor\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":null,\"created\":{\"revision\":74,\"index\":0}}');
INSERT INTO `changes` VALUES (75,0,'rows','7a32f3ca-019e-4f0f-8967-351942c712c8:events',NULL,'{\"table\":{\"data_source\":\"7a32f3ca-019e-4f0f-8967-351942c712c8\",\"name\":\"events\",\"updates\":1,\"updated_at\":1795915498296751,\"created\":{\"revision\":75,\"index\":0}},\"rows\":[[\"2016-02-22T11:48:55Z\",\"compute.host.down\",\"compute0\",\"down\",\"zabbix1\",\"100\"],[\"2016-02-22T11:48:55Z\",\"compute.host.down\",\"compute1\",\"down\",\"zabbix1\",\"101\"],[\"2016-02-22T11:48:55Z\",\"compute.host.down\",\"compute2\",\"down\",\"zabbix1\",\"102\"]]}');
INSERT INTO `changes` VALUES (76,0,'policy','01a224e7-894a-71cf-99fc-ac18f85202f4','{\"id\":\"01a224e7-894a-71cf-99fc-ac18f85202f4\",\"name\":\"classification\",\"abbreviation\":\"class\",\"description\":\"default policy\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":1,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (76,1,'policy','343eade2-d6e4-4555-9d77-87122ae1abc7',NULL,'{\"id\":\"343eade2-d6e4-4555-9d77-87122ae1abc7\",\"name\":\"classification\",\"abbreviation\":\"class\",\"description\":\"default policy\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":76,\"index\":1}}');
INSERT INTO `changes` VALUES (77,0,'policy','01a224e7-894a-71cf-99fc-ac19897f722f','{\"id\":\"01a224e7-894a-71cf-99fc-ac19897f722f\",\"name\":\"action\",\"abbreviation\":\"actio\",\"description\":\"default action policy\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":1,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (77,1,'policy','418c0c0e-7ea5-4b36-8720-48ae385669b8',NULL,'{\"id\":\"418c0c0e-7ea5-4b36-8720-48ae385669b8\",\"name\":\"action\",\"abbreviation\":\"actio\",\"description\":\"default action policy\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":77,\"index\":1}}');
INSERT INTO `changes` VALUES (78,0,'policy','18fe8c80-f822-4cfe-bc4d-0300077af737',NULL,'{\"id\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"name\":\"alpha\",\"abbreviation\":\"alpha\",\"description\":\"first policy\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":78,\"index\":0}}');
INSERT INTO `changes` VALUES (79,0,'policy','cf86ab56-a472-4b55-92c9-d37d5b955cab',NULL,'{\"id\":\"cf86ab56-a472-4b55-92c9-d37d5b955cab\",\"name\":\"beta\",\"abbreviation\":\"bet\",\"description\":\"bêta 你\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":79,\"index\":0}}');
INSERT INTO `changes` VALUES (80,0,'policy','c07e7981-55ef-4538-a964-f455b8e832e9',NULL,'{\"id\":\"c07e7981-55ef-4538-a964-f455b8e832e9\",\"name\":\"acts\",\"abbreviation\":\"acts\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":80,\"index\":0}}');
INSERT INTO `changes` VALUES (81,0,'policy','21a92246-771b-4e7f-bf52-0f7f41903349',NULL,'{\"id\":\"21a92246-771b-4e7f-bf52-0f7f41903349\",\"name\":\"dsk\",\"abbreviation\":\"dsk\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"datasource\",\"created\":{\"revision\":81,\"index\":0}}');
INSERT INTO `changes` VALUES (82,0,'policy','ab221702-9a84-4e48-a0da-1d53b0da1c38',NULL,'{\"id\":\"ab221702-9a84-4e48-a0da-1d53b0da1c38\",\"name\":\"with.dots:and_colon\",\"abbreviation\":\"\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":82,\"index\":0}}');
INSERT INTO `changes` VALUES (83,0,'policy','6b38b849-38b0-46fc-b038-e1e17041faaa',NULL,'{\"id\":\"6b38b849-38b0-46fc-b038-e1e17041faaa\",\"name\":\"withrules\",\"abbreviation\":\"withr\",\"description\":\"created with rules\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":83,\"index\":0}}');
INSERT INTO `changes` VALUES (84,0,'policy','3117cc3d-dcf2-4439-86d4-858c16dd2027',NULL,'{\"id\":\"3117cc3d-dcf2-4439-86d4-858c16dd2027\",\"name\":\"gonepolicy\",\"abbreviation\":\"gonep\",\"description\":\"second life\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":84,\"index\":0}}');
INSERT INTO `changes` VALUES (85,0,'policy','9586e9e7-6885-4a69-aa22-19336b83727e',NULL,'{\"id\":\"9586e9e7-6885-4a69-aa22-19336b83727e\",\"name\":\"mylib\",\"abbreviation\":\"mylib\",\"description\":\"custom\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":85,\"index\":0}}');
INSERT INTO `changes` VALUES (86,0,'table','withrules:p',NULL,'{\"policy\":\"withrules\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":86,\"index\":0}}');
INSERT INTO `changes` VALUES (86,1,'table','withrules:q',NULL,'{\"policy\":\"withrules\",\"name\":\"q\",\"columns\":1,\"created\":{\"revision\":86,\"index\":1}}');
INSERT INTO `changes` VALUES (86,2,'table','withrules:r',NULL,'{\"policy\":\"withrules\",\"name\":\"r\",\"columns\":1,\"created\":{\"revision\":86,\"index\":2}}');
INSERT INTO `changes` VALUES (86,3,'rule','4f4f584c-575d-4ff2-97f4-bb4ecea31a31',NULL,'{\"id\":\"4f4f584c-575d-4ff2-97f4-bb4ecea31a31\",\"policy\":\"6b38b849-38b0-46fc-b038-e1e17041faaa\",\"text\":\"p(x) :- q(x), not r(x)\",\"identity\":\"p(x) :- not r(x), q(x)\",\"name\":\"r1\",\"comment\":\"c1\",\"created\":{\"revision\":86,\"index\":3}}');
INSERT INTO `changes` VALUES (87,0,'rule','cdaa12b6-5865-4dba-a03a-382c98d41df4',NULL,'{\"id\":\"cdaa12b6-5865-4dba-a03a-382c98d41df4\",\"policy\":\"6b38b849-38b0-46fc-b038-e1e17041faaa\",\"text\":\"q(1)\",\"identity\":\"q(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":87,\"index\":0}}');
INSERT INTO `changes` VALUES (88,0,'rule','8788dbf6-91d7-46d1-8018-e14087b30c04',NULL,'{\"id\":\"8788dbf6-91d7-46d1-8018-e14087b30c04\",\"policy\":\"6b38b849-38b0-46fc-b038-e1e17041faaa\",\"text\":\"r(2.5)\",\"identity\":\"r(2.5)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":88,\"index\":0}}');
INSERT INTO `changes` VALUES (89,0,'table','alpha:p',NULL,'{\"policy\":\"alpha\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":89,\"index\":0}}');
INSERT INTO `changes` VALUES (89,1,'rule','4e37a178-cac4-40e8-bbcf-606c666d27ae',NULL,'{\"id\":\"4e37a178-cac4-40e8-bbcf-606c666d27ae\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":89,\"index\":1}}');
INSERT INTO `changes` VALUES (90,0,'rule','7b30f759-d182-4561-b75f-ca319b26bb05',NULL,'{\"id\":\"7b30f759-d182-4561-b75f-ca319b26bb05\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"p(\\\"str\\\")\",\"identity\":\"p(\\\"str\\\")\",\"name\":\"named\",\"comment\":\"with a comment\",\"created\":{\"revision\":90,\"index\":0}}');
INSERT INTO `changes` VALUES (91,0,'table','alpha:q',NULL,'{\"policy\":\"alpha\",\"name\":\"q\",\"columns\":1,\"created\":{\"revision\":91,\"index\":0}}');
INSERT INTO `changes` VALUES (91,1,'rule','98c3359e-d5c8-49e5-99ea-8915058a1f6d',NULL,'{\"id\":\"98c3359e-d5c8-49e5-99ea-8915058a1f6d\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"p(x) :-   q(x) ,  lt(x, 5)\",\"identity\":\"p(x) :- lt(x, 5), q(x)\",\"name\":\"spaces\",\"comment\":\"original text is kept\",\"created\":{\"revision\":91,\"index\":1}}');
INSERT INTO `changes` VALUES (92,0,'rule','46b549f0-4b60-49f2-8a6c-7cbe6ae7c1f0',NULL,'{\"id\":\"46b549f0-4b60-49f2-8a6c-7cbe6ae7c1f0\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"q(3)\",\"identity\":\"q(3)\",\"name\":\"\",\"comment\":\"\",\"created\":{\"revision\":92,\"index\":0}}');
INSERT INTO `changes` VALUES (93,0,'rule','195b381b-48f8-4c80-98e7-b4214db82f9e',NULL,'{\"id\":\"195b381b-48f8-4c80-98e7-b4214db82f9e\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"q(7)\",\"identity\":\"q(7)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":93,\"index\":0}}');
INSERT INTO `changes` VALUES (94,0,'table','alpha:error',NULL,'{\"policy\":\"alpha\",\"name\":\"error\",\"columns\":1,\"created\":{\"revision\":94,\"index\":0}}');
INSERT INTO `changes` VALUES (94,1,'table','doc:events',NULL,'{\"policy\":\"doc\",\"name\":\"events\",\"columns\":6,\"created\":{\"revision\":94,\"index\":1}}');
INSERT INTO `changes` VALUES (94,2,'rule','7546f69f-103f-46a5-af0f-d5cc4168e9aa',NULL,'{\"id\":\"7546f69f-103f-46a5-af0f-d5cc4168e9aa\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"error(h) :- doc:events(hostname=h, status=\\\"down\\\")\",\"identity\":\"error(h) :- doc:events(?, ?, h, \\\"down\\\")\",\"name\":\"doc rule\",\"comment\":\"column references\",\"created\":{\"revision\":94,\"index\":2}}');
INSERT INTO `changes` VALUES (95,0,'table','alpha:f',NULL,'{\"policy\":\"alpha\",\"name\":\"f\",\"columns\":2,\"created\":{\"revision\":95,\"index\":0}}');
INSERT INTO `changes` VALUES (95,1,'table','fake:fake_table',NULL,'{\"policy\":\"fake\",\"name\":\"fake_table\",\"columns\":2,\"created\":{\"revision\":95,\"index\":1}}');
INSERT INTO `changes` VALUES (95,2,'rule','cb5c1342-2bdd-417b-8dce-660a93c348d3',NULL,'{\"id\":\"cb5c1342-2bdd-417b-8dce-660a93c348d3\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"f(x, y) :- fake:fake_table(x, y)\",\"identity\":\"f(x, y) :- fake:fake_table(x, y)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":95,\"index\":2}}');
INSERT INTO `changes` VALUES (96,0,'rule','b98b583d-d66e-4789-b246-553dc8572b7e',NULL,'{\"id\":\"b98b583d-d66e-4789-b246-553dc8572b7e\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"srv(x) :- nova:servers(id=x, status=\\\"ACTIVE\\\")\",\"identity\":\"disabled b98b583d-d66e-4789-b246-553dc8572b7e\",\"name\":null,\"comment\":\"\",\"disabled\":\"line 1, column 11: the columns of `nova:servers` are not known; give its arguments by position\",\"created\":{\"revision\":96,\"index\":0}}');
INSERT INTO `changes` VALUES (97,0,'table','alpha:srv',NULL,'{\"policy\":\"alpha\",\"name\":\"srv\",\"columns\":1,\"created\":{\"revision\":97,\"index\":0}}');
INSERT INTO `changes` VALUES (97,1,'rule','b005072e-5ad6-4bc4-a0dd-da472b1ba76b',NULL,'{\"id\":\"b005072e-5ad6-4bc4-a0dd-da472b1ba76b\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"execute[nova:servers.pause(x)] :- srv(x), doc:events(hostname=x)\",\"identity\":\"execute[nova:servers.pause(x)] :- doc:events(?, ?, x), srv(x)\",\"name\":null,\"comment\":\"exec\",\"created\":{\"revision\":97,\"index\":1}}');
INSERT INTO `changes` VALUES (98,0,'table','alpha:cross',NULL,'{\"policy\":\"alpha\",\"name\":\"cross\",\"columns\":1,\"created\":{\"revision\":98,\"index\":0}}');
INSERT INTO `changes` VALUES (98,1,'table','beta:t',NULL,'{\"policy\":\"beta\",\"name\":\"t\",\"columns\":1,\"created\":{\"revision\":98,\"index\":1}}');
INSERT INTO `changes` VALUES (98,2,'rule','0d2bb39b-6777-44ec-acdd-0b9fb5e196a6',NULL,'{\"id\":\"0d2bb39b-6777-44ec-acdd-0b9fb5e196a6\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"cross(x) :- beta:t(x)\",\"identity\":\"cross(x) :- beta:t(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":98,\"index\":2}}');
INSERT INTO `changes` VALUES (99,0,'table','alpha:uni',NULL,'{\"policy\":\"alpha\",\"name\":\"uni\",\"columns\":1,\"created\":{\"revision\":99,\"index\":0}}');
INSERT INTO `changes` VALUES (99,1,'rule','ed18bc32-62cc-4e14-968c-cfb28ab1cb11',NULL,'{\"id\":\"ed18bc32-62cc-4e14-968c-cfb28ab1cb11\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"uni(\\\"ünï 你\\\")\",\"identity\":\"uni(\\\"ünï 你\\\")\",\"name\":\"ünï\",\"comment\":\"你\",\"created\":{\"revision\":99,\"index\":1}}');
INSERT INTO `changes` VALUES (100,0,'table','alpha:nullary',NULL,'{\"policy\":\"alpha\",\"name\":\"nullary\",\"columns\":0,\"created\":{\"revision\":100,\"index\":0}}');
INSERT INTO `changes` VALUES (100,1,'rule','3efcd482-ccaa-43e5-a49d-f57964fe4f04',NULL,'{\"id\":\"3efcd482-ccaa-43e5-a49d-f57964fe4f04\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"nullary\",\"identity\":\"nullary()\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":100,\"index\":1}}');
INSERT INTO `changes` VALUES (101,0,'table','alpha:h',NULL,'{\"policy\":\"alpha\",\"name\":\"h\",\"columns\":1,\"created\":{\"revision\":101,\"index\":0}}');
INSERT INTO `changes` VALUES (101,1,'rule','3abda9df-6f6d-4a5f-9c06-5b5edcc0d706',NULL,'{\"id\":\"3abda9df-6f6d-4a5f-9c06-5b5edcc0d706\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"h(x) :- q(x);\",\"identity\":\"h(x) :- q(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":101,\"index\":1}}');
INSERT INTO `changes` VALUES (102,0,'table','alpha:len4',NULL,'{\"policy\":\"alpha\",\"name\":\"len4\",\"columns\":1,\"created\":{\"revision\":102,\"index\":0}}');
INSERT INTO `changes` VALUES (102,1,'rule','0954e4af-020c-4cb0-8922-38482f6b5215',NULL,'{\"id\":\"0954e4af-020c-4cb0-8922-38482f6b5215\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"len4(x) :- p(x), len(x, 3)\",\"identity\":\"len4(x) :- len(x, 3), p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":102,\"index\":1}}');
INSERT INTO `changes` VALUES (103,0,'table','alpha:t',NULL,'{\"policy\":\"alpha\",\"name\":\"t\",\"columns\":2,\"created\":{\"revision\":103,\"index\":0}}');
INSERT INTO `changes` VALUES (103,1,'rule','f554b513-8087-42a2-ab6f-59ab77bbbb72',NULL,'{\"id\":\"f554b513-8087-42a2-ab6f-59ab77bbbb72\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"t(1.5, 1e3)\",\"identity\":\"t(1.5, 1000)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":103,\"index\":1}}');
INSERT INTO `changes` VALUES (104,0,'table','alpha:sq',NULL,'{\"policy\":\"alpha\",\"name\":\"sq\",\"columns\":1,\"created\":{\"revision\":104,\"index\":0}}');
INSERT INTO `changes` VALUES (104,1,'rule','dd444f78-d3bd-40a1-bb2a-bb778d00e24d',NULL,'{\"id\":\"dd444f78-d3bd-40a1-bb2a-bb778d00e24d\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"sq(\'single\')\",\"identity\":\"sq(\\\"single\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":104,\"index\":1}}');
INSERT INTO `changes` VALUES (105,0,'rule','17e82458-8b3f-4e0d-9462-6740abed554f',NULL,'{\"id\":\"17e82458-8b3f-4e0d-9462-6740abed554f\",\"policy\":\"cf86ab56-a472-4b55-92c9-d37d5b955cab\",\"text\":\"t(10)\",\"identity\":\"t(10)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":105,\"index\":0}}');
INSERT INTO `changes` VALUES (106,0,'rule','33ee7d4c-a6e7-4883-96ee-56ed1d21b41c',NULL,'{\"id\":\"33ee7d4c-a6e7-4883-96ee-56ed1d21b41c\",\"policy\":\"cf86ab56-a472-4b55-92c9-d37d5b955cab\",\"text\":\"t(11)\",\"identity\":\"t(11)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":106,\"index\":0}}');
INSERT INTO `changes` VALUES (107,0,'rule','7c0870d5-0e95-4987-ab0f-d0bec057c085',NULL,'{\"id\":\"7c0870d5-0e95-4987-ab0f-d0bec057c085\",\"policy\":\"cf86ab56-a472-4b55-92c9-d37d5b955cab\",\"text\":\"t(12)\",\"identity\":\"t(12)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":107,\"index\":0}}');
INSERT INTO `changes` VALUES (108,0,'table','acts:action',NULL,'{\"policy\":\"acts\",\"name\":\"action\",\"columns\":1,\"created\":{\"revision\":108,\"index\":0}}');
INSERT INTO `changes` VALUES (108,1,'rule','2e7babc1-5f20-44e8-a27b-b36d2098d8fa',NULL,'{\"id\":\"2e7babc1-5f20-44e8-a27b-b36d2098d8fa\",\"policy\":\"c07e7981-55ef-4538-a964-f455b8e832e9\",\"text\":\"action(\\\"addq\\\")\",\"identity\":\"action(\\\"addq\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":108,\"index\":1}}');
INSERT INTO `changes` VALUES (109,0,'table','acts:q+',NULL,'{\"policy\":\"acts\",\"name\":\"q+\",\"columns\":1,\"created\":{\"revision\":109,\"index\":0}}');
INSERT INTO `changes` VALUES (109,1,'table','acts:addq',NULL,'{\"policy\":\"acts\",\"name\":\"addq\",\"columns\":1,\"created\":{\"revision\":109,\"index\":1}}');
INSERT INTO `changes` VALUES (109,2,'rule','d71c5488-22f9-47ec-bda9-bbbdf2a817d1',NULL,'{\"id\":\"d71c5488-22f9-47ec-bda9-bbbdf2a817d1\",\"policy\":\"c07e7981-55ef-4538-a964-f455b8e832e9\",\"text\":\"q+(x) :- addq(x)\",\"identity\":\"q+(x) :- addq(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":109,\"index\":2}}');
INSERT INTO `changes` VALUES (110,0,'table','acts:q-',NULL,'{\"policy\":\"acts\",\"name\":\"q-\",\"columns\":1,\"created\":{\"revision\":110,\"index\":0}}');
INSERT INTO `changes` VALUES (110,1,'table','acts:delq',NULL,'{\"policy\":\"acts\",\"name\":\"delq\",\"columns\":1,\"created\":{\"revision\":110,\"index\":1}}');
INSERT INTO `changes` VALUES (110,2,'rule','3c05da54-5542-436b-b267-ccf87b6da2a1',NULL,'{\"id\":\"3c05da54-5542-436b-b267-ccf87b6da2a1\",\"policy\":\"c07e7981-55ef-4538-a964-f455b8e832e9\",\"text\":\"q-(x) :- delq(x)\",\"identity\":\"q-(x) :- delq(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":110,\"index\":2}}');
INSERT INTO `changes` VALUES (111,0,'rule','d78e3c3f-1cb5-40e5-ac35-628dec4b3443',NULL,'{\"id\":\"d78e3c3f-1cb5-40e5-ac35-628dec4b3443\",\"policy\":\"c07e7981-55ef-4538-a964-f455b8e832e9\",\"text\":\"action(\\\"delq\\\")\",\"identity\":\"action(\\\"delq\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":111,\"index\":0}}');
INSERT INTO `changes` VALUES (112,0,'table','classification:error',NULL,'{\"policy\":\"classification\",\"name\":\"error\",\"columns\":1,\"created\":{\"revision\":112,\"index\":0}}');
INSERT INTO `changes` VALUES (112,1,'rule','1eda862b-56d2-428b-addc-e22b856c3d51',NULL,'{\"id\":\"1eda862b-56d2-428b-addc-e22b856c3d51\",\"policy\":\"343eade2-d6e4-4555-9d77-87122ae1abc7\",\"text\":\"error(x) :- alpha:p(x)\",\"identity\":\"error(x) :- alpha:p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":112,\"index\":1}}');
INSERT INTO `changes` VALUES (113,0,'table','action:action',NULL,'{\"policy\":\"action\",\"name\":\"action\",\"columns\":1,\"created\":{\"revision\":113,\"index\":0}}');
INSERT INTO `changes` VALUES (113,1,'rule','27d368de-2867-4414-a77a-4b75a9036544',NULL,'{\"id\":\"27d368de-2867-4414-a77a-4b75a9036544\",\"policy\":\"418c0c0e-7ea5-4b36-8720-48ae385669b8\",\"text\":\"action(\\\"disconnect\\\")\",\"identity\":\"action(\\\"disconnect\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":113,\"index\":1}}');
INSERT INTO `changes` VALUES (114,0,'table','alpha:deleted',NULL,'{\"policy\":\"alpha\",\"name\":\"deleted\",\"columns\":1,\"created\":{\"revision\":114,\"index\":0}}');
INSERT INTO `changes` VALUES (114,1,'rule','6c437362-a831-415e-8928-f3ff3ca93f5f',NULL,'{\"id\":\"6c437362-a831-415e-8928-f3ff3ca93f5f\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"deleted(1)\",\"identity\":\"deleted(1)\",\"name\":\"recreated\",\"comment\":\"\",\"created\":{\"revision\":114,\"index\":1}}');
INSERT INTO `changes` VALUES (115,0,'table','mylib:p',NULL,'{\"policy\":\"mylib\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":115,\"index\":0}}');
INSERT INTO `changes` VALUES (115,1,'table','mylib:q',NULL,'{\"policy\":\"mylib\",\"name\":\"q\",\"columns\":1,\"created\":{\"revision\":115,\"index\":1}}');
INSERT INTO `changes` VALUES (115,2,'rule','25deea15-b45e-458b-99fe-181badd85f42',NULL,'{\"id\":\"25deea15-b45e-458b-99fe-181badd85f42\",\"policy\":\"9586e9e7-6885-4a69-aa22-19336b83727e\",\"text\":\"p(x) :- q(x)\",\"identity\":\"p(x) :- q(x)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":115,\"index\":2}}');
INSERT INTO `changes` VALUES (116,0,'rule','1e4b7580-211e-45f6-9687-7c545d22588a',NULL,'{\"id\":\"1e4b7580-211e-45f6-9687-7c545d22588a\",\"policy\":\"9586e9e7-6885-4a69-aa22-19336b83727e\",\"text\":\"q(1)\",\"identity\":\"q(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":116,\"index\":0}}');
INSERT INTO `changes` VALUES (117,0,'rule','21c360cd-a1b9-436f-882a-c2f6a3dc4557',NULL,'{\"id\":\"21c360cd-a1b9-436f-882a-c2f6a3dc4557\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"deleted(1)\",\"identity\":\"disabled 21c360cd-a1b9-436f-882a-c2f6a3dc4557\",\"name\":\"deleted rule\",\"comment\":\"\",\"disabled\":\"it was deleted in Congress, and is here for the log alone\",\"created\":{\"revision\":117,\"index\":0}}');
INSERT INTO `changes` VALUES (118,0,'rule','21c360cd-a1b9-436f-882a-c2f6a3dc4557','{\"id\":\"21c360cd-a1b9-436f-882a-c2f6a3dc4557\",\"policy\":\"18fe8c80-f822-4cfe-bc4d-0300077af737\",\"text\":\"deleted(1)\",\"identity\":\"disabled 21c360cd-a1b9-436f-882a-c2f6a3dc4557\",\"name\":\"deleted rule\",\"comment\":\"\",\"disabled\":\"it was deleted in Congress, and is here for the log alone\",\"created\":{\"revision\":117,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (119,0,'policy','01a224e7-d75b-7108-837e-c51cb800bc24',NULL,'{\"id\":\"01a224e7-d75b-7108-837e-c51cb800bc24\",\"name\":\"late\",\"abbreviation\":\"late\",\"description\":\"made by a server that had started again\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":119,\"index\":0}}');
INSERT INTO `changes` VALUES (120,0,'table','late:p',NULL,'{\"policy\":\"late\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":120,\"index\":0}}');
INSERT INTO `changes` VALUES (120,1,'rule','01a224e7-d871-718f-9878-89446f7ef108',NULL,'{\"id\":\"01a224e7-d871-718f-9878-89446f7ef108\",\"policy\":\"01a224e7-d75b-7108-837e-c51cb800bc24\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":120,\"index\":1}}');
CREATE TABLE `commits` (
  `revision` bigint(20) NOT NULL,
  `committed_at` bigint(20) NOT NULL,
  `actor` longtext NOT NULL,
  `request_id` longtext NOT NULL,
  `batch` varchar(255) NOT NULL,
  PRIMARY KEY (`revision`),
  KEY `commits_by_batch` (`batch`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `commits` VALUES (1,1795915483474532,'statehouse','','01a224e7-8952-7235-afe4-ab182f36d70b');
INSERT INTO `commits` VALUES (2,1795915483988380,'anonymous','req-96ee08ee-af3d-4d10-af24-afcfd4ff9046','01a224e7-8b54-77ec-ab04-8e786003aef9');
INSERT INTO `commits` VALUES (3,1795915484163842,'anonymous','req-d70d28ca-f5fa-4969-939f-3de7878dd244','01a224e7-8c03-74cc-ab28-f216897c7557');
INSERT INTO `commits` VALUES (4,1795915484374538,'anonymous','req-d1196eee-0a5b-4c6a-8c1a-04e7c5fcba41','01a224e7-8cd6-713e-941d-ae6005fe597f');
INSERT INTO `commits` VALUES (5,1795915484504376,'anonymous','req-d173fa89-8552-4abb-91b5-5d5808566a1a','01a224e7-8d58-7283-a53c-22eb00eecd6b');
INSERT INTO `commits` VALUES (6,1795915484634337,'anonymous','req-b68260a3-ec95-401b-b598-5b2292e1684c','01a224e7-8dda-741b-8ef3-8bba7057af4d');
INSERT INTO `commits` VALUES (7,1795915484833760,'anonymous','req-3ed7b1b8-1cb8-44da-9993-9ac635433669','01a224e7-8ea1-778c-8cc3-a531a79cf49d');
INSERT INTO `commits` VALUES (8,1795915484984864,'anonymous','req-9a03c927-e5ab-4a7e-bfc5-fd96b888a346','01a224e7-8f38-74f1-b9f2-290a6c340441');
INSERT INTO `commits` VALUES (9,1795915485158649,'anonymous','req-b746cda6-4885-4ae2-85aa-d7a9eb39aa2c','01a224e7-8fe6-73fc-b97a-a2a0c1a81479');
INSERT INTO `commits` VALUES (10,1795915485323002,'anonymous','req-186f55c6-8d3f-461e-b082-10beb5003d38','01a224e7-908a-7048-b6d1-347d5f7a4d28');
INSERT INTO `commits` VALUES (11,1795915485430945,'anonymous','req-a3b9b0cc-2233-4e93-8643-00c823956623','01a224e7-90f6-7778-b7c4-761237452125');
INSERT INTO `commits` VALUES (12,1795915485576123,'anonymous','req-47e56be8-a7a9-405a-937a-a9c9eec6e33d','01a224e7-9188-72fe-89a0-3d88848b2eb2');
INSERT INTO `commits` VALUES (13,1795915485762023,'anonymous','req-1e2abaa0-a136-4a86-b620-17d01082c1bf','01a224e7-9242-77cd-aa10-95adcf07338a');
INSERT INTO `commits` VALUES (14,1795915485895818,'anonymous','req-1ce5b65f-0b74-454e-b1c0-9e0de42eea47','01a224e7-92c7-7055-a14f-a84dbb5da5c6');
INSERT INTO `commits` VALUES (15,1795915486111883,'anonymous','req-3ab40789-f782-4231-8811-2fd7dec0ea2a','01a224e7-939f-7507-afda-78fe8f9d03a2');
INSERT INTO `commits` VALUES (16,1795915486228462,'anonymous','req-3cdef04e-b9ad-4ccb-8aab-ce7534232d36','01a224e7-9414-76d7-8043-a0555846c262');
INSERT INTO `commits` VALUES (17,1795915486477068,'anonymous','req-163aa290-11eb-4d2e-8c70-6c131c23ea0d','01a224e7-950d-7660-b9d0-c427e84fd826');
INSERT INTO `commits` VALUES (18,1795915486671658,'anonymous','req-a450f3f3-1878-4cea-8bcb-16e6d1ac7c49','01a224e7-95cf-70ee-8206-d4d53962cd44');
INSERT INTO `commits` VALUES (19,1795915486905319,'anonymous','req-b07df789-56a8-4eff-96ec-63f9def4b3db','01a224e7-96b9-77f1-b4b5-8ac9dd47126c');
INSERT INTO `commits` VALUES (20,1795915487067560,'anonymous','req-8d1e3a80-7e99-4f9c-a40e-0cfcd30e6edb','01a224e7-975b-72c2-a7b9-f114a6994f04');
INSERT INTO `commits` VALUES (21,1795915487279005,'anonymous','req-310337a2-0f04-47f9-b99c-7a3f1272edf6','01a224e7-982e-71cf-865f-16a5621c19aa');
INSERT INTO `commits` VALUES (22,1795915487402725,'anonymous','req-08e7e654-ec89-4cce-8a81-fce790ade6f8','01a224e7-98aa-7046-a47e-85c7b4f60dd2');
INSERT INTO `commits` VALUES (23,1795915487531818,'anonymous','req-b879fc34-0f3d-4783-98e7-274af4c33541','01a224e7-992b-7059-881d-ac55e138a3e9');
INSERT INTO `commits` VALUES (24,1795915487716204,'anonymous','req-7e7857cf-032c-465b-a46f-3cc73173c1dd','01a224e7-99e4-7779-b552-2ca6230fed6e');
INSERT INTO `commits` VALUES (25,1795915487958693,'anonymous','req-14ad4061-b5c7-4d94-97df-151d6d445125','01a224e7-9ad6-7001-872d-9f3dbdead59e');
INSERT INTO `commits` VALUES (26,1795915488148310,'anonymous','req-5ceebd72-5682-4a03-9f3d-b5de5ac0adfc','01a224e7-9b94-75cc-9a85-f71169e36f29');
INSERT INTO `commits` VALUES (27,1795915488351456,'anonymous','req-f5a7cf08-7a90-4616-b20f-d5952b3dab75','01a224e7-9c5f-71ae-b056-a58fa605f987');
INSERT INTO `commits` VALUES (28,1795915488552726,'anonymous','req-fe2fdd02-370b-4fee-a028-0db10e1ee6a2','01a224e7-9d28-74b9-85a2-203f9184c87a');
INSERT INTO `commits` VALUES (29,1795915488776640,'anonymous','req-7aec2321-4798-4cd2-ad05-88fe96ab25d8','01a224e7-9e08-7789-b62e-1a9ad9ba4e96');
INSERT INTO `commits` VALUES (30,1795915489029707,'anonymous','req-7c54d4a1-e591-407c-a1cc-8c97c4c6b512','01a224e7-9f05-71c2-b0b3-89d9e12366ef');
INSERT INTO `commits` VALUES (31,1795915489196180,'anonymous','req-9c040f80-d17e-4942-b47f-cfc29ab2be9e','01a224e7-9fac-73c1-a261-41a03ca5862d');
INSERT INTO `commits` VALUES (32,1795915489431124,'anonymous','req-1215cc75-c4cf-4f45-b0fb-4ffb39600094','01a224e7-a097-714b-b018-e031b839857a');
INSERT INTO `commits` VALUES (33,1795915489575041,'anonymous','req-755be718-ce84-4c14-9948-dd7f3ba40c4b','01a224e7-a127-7710-a327-ee6023d4aa88');
INSERT INTO `commits` VALUES (34,1795915489721207,'anonymous','req-d8d7754a-1acd-460f-84f4-e90f94162d31','01a224e7-a1b9-70b5-a5f5-939f20d26d80');
INSERT INTO `commits` VALUES (35,1795915489928174,'anonymous','req-1d01162b-b8e3-4341-9331-234f6fd244f4','01a224e7-a288-708c-b10c-41ac71f38d2a');
INSERT INTO `commits` VALUES (36,1795915490208645,'anonymous','req-c8090cf1-be4e-4896-84d6-4876f02b0fe1','01a224e7-a3a0-76c4-9fd2-de4b2162aaf2');
INSERT INTO `commits` VALUES (37,1795915490384744,'anonymous','req-2dc8169d-8865-4355-809b-6848ed779180','01a224e7-a450-72cb-93de-5b66d74336c1');
INSERT INTO `commits` VALUES (38,1795915490508348,'anonymous','req-86728163-36e4-429f-8cb2-1dddf2ec1a14','01a224e7-a4cc-72cb-9e31-ee5f1f5f95b9');
INSERT INTO `commits` VALUES (39,1795915490840147,'anonymous','req-ae5a97e7-932b-49a2-a3f0-222103a4ad0d','01a224e7-a618-71a4-9d3a-df5d39aef7f9');
INSERT INTO `commits` VALUES (40,1795915491077106,'anonymous','req-0c4b6211-d7fc-4156-b471-35606dc11aed','01a224e7-a705-705a-814b-97c64ab2f2d3');
INSERT INTO `commits` VALUES (41,1795915491275414,'anonymous','req-22bf3be4-4181-44d1-8b88-060c7c69f19b','01a224e7-a7cb-72eb-86f0-234e69975c9e');
INSERT INTO `commits` VALUES (42,1795915491485675,'anonymous','req-27f5e746-24ec-4db4-a074-0ca3cad78ad3','01a224e7-a89d-700f-b69c-d5aa0798468d');
INSERT INTO `commits` VALUES (43,1795915491654476,'anonymous','req-abcdc009-d5b2-4286-9cd5-56451ace394e','01a224e7-a946-748f-9cb5-eb9910fc15e0');
INSERT INTO `commits` VALUES (44,1795915491823436,'anonymous','req-35965e8b-3b4d-4d70-8f3f-263cbe74e2ec','01a224e7-a9ef-75a5-ae8b-e0b0d4623145');
INSERT INTO `commits` VALUES (45,1795915492018522,'anonymous','req-823b6dad-c85f-4722-8a36-d70dd27fe8b3','01a224e7-aab2-7110-bbbe-386d4babbe13');
INSERT INTO `commits` VALUES (46,1795915492258854,'anonymous','req-1d039d52-fba8-4257-b7e9-d0496c01f914','01a224e7-aba2-77c2-93d6-911413d15dc3');
INSERT INTO `commits` VALUES (47,1795915492463552,'anonymous','req-02f88baa-8c68-4c34-abdd-422463ac2717','01a224e7-ac6f-7528-8a28-3f3907f0d218');
INSERT INTO `commits` VALUES (48,1795915492724882,'anonymous','req-4869c349-cb96-439a-8333-5afba2ea5b14','01a224e7-ad74-7308-9d0c-4624643de171');
INSERT INTO `commits` VALUES (49,1795915493628226,'anonymous','req-dfa05abd-67ed-4d4c-a8f5-789c2f1e38d0','01a224e7-b0fc-70db-bc1c-eccc110e23bb');
INSERT INTO `commits` VALUES (50,1795915493796135,'anonymous','req-149f103f-9b38-4751-b664-dc79e344ce21','01a224e7-b1a4-71e2-a6ba-f333eb86b12c');
INSERT INTO `commits` VALUES (51,1795915494004187,'anonymous','req-829fed6e-04ba-492d-9a24-daad32f20041','01a224e7-b274-715b-8a5c-a5c1671708be');
INSERT INTO `commits` VALUES (52,1795915494208143,'anonymous','req-043db798-f291-42cb-be84-161ff57433c0','01a224e7-b340-7216-8fed-86a5e6b4410b');
INSERT INTO `commits` VALUES (53,1795915494495040,'anonymous','req-6ca2fc1f-a2eb-435a-87f7-ba3227291ff7','01a224e7-b45f-77a1-a41f-c616585f2fe6');
INSERT INTO `commits` VALUES (54,1795915494782673,'anonymous','req-a52adbf7-efcb-40a1-8e96-9d2112ffe17a','01a224e7-b57e-7104-9159-7c2cc86a74fc');
INSERT INTO `commits` VALUES (55,1795915495076717,'anonymous','req-db21068a-a9a3-4fb3-bcdc-6ddbb96b2e62','01a224e7-b6a4-774a-bfeb-e4541a92e2b3');
INSERT INTO `commits` VALUES (56,1795915495273541,'anonymous','req-f1e4c56c-9049-4d48-8277-3779e092928d','01a224e7-b769-7469-b903-e485c98af1f7');
INSERT INTO `commits` VALUES (57,1795915495552554,'anonymous','req-5e96ff9e-e01d-4d44-bac2-7a3baabe325c','01a224e7-b880-73d7-8aeb-fb294714838f');
INSERT INTO `commits` VALUES (58,1795915495744214,'anonymous','req-72f583f6-99c2-4b41-80af-3b6d20e098d3','01a224e7-b940-7025-a723-39fc1ad7f816');
INSERT INTO `commits` VALUES (59,1795915495976221,'anonymous','req-4fe7e472-6d88-43a8-acfa-d3bf4d4ffb3e','01a224e7-ba28-7680-a734-32bf853759e6');
INSERT INTO `commits` VALUES (60,1795915496115883,'anonymous','req-30dec9de-8869-4050-b5b2-b617e7e5ea25','01a224e7-bab3-76b5-856d-b5e712d29382');
INSERT INTO `commits` VALUES (61,1795915498296751,'congress-import','congress deleted policy created 2026-11-22T08:56:49.025524Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (62,1795915498296751,'congress-import','congress deleted rule created 2026-11-22T08:56:49.020341Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (63,1795915498296751,'congress-import','congress deleted rule deleted 2026-11-22T08:57:00.322042Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (64,1795915498296751,'congress-import','congress deleted rule created 2026-11-22T08:56:49.020351Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (65,1795915498296751,'congress-import','congress deleted rule deleted 2026-11-22T08:57:00.323950Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (66,1795915498296751,'congress-import','congress deleted policy deleted 2026-11-22T08:57:00.328245Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (67,1795915498296751,'congress-import','congress library policy kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (68,1795915498296751,'congress-import','congress library policy kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (69,1795915498296751,'congress-import','congress library policy kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (70,1795915498296751,'congress-import','congress data source kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (71,1795915498296751,'congress-import','congress data source kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (72,1795915498296751,'congress-import','congress data source kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (73,1795915498296751,'congress-import','congress data source kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (74,1795915498296751,'congress-import','congress data source kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (75,1795915498296751,'congress-import','congress table kept','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (76,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:47.602664Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (77,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:47.622566Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (78,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:48.805808Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (79,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:48.841991Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (80,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:48.876093Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (81,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:48.914882Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (82,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:48.945001Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (83,1795915498296751,'congress-import','congress policy created 2026-11-22T08:56:48.986188Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (84,1795915498296751,'congress-import','congress policy created 2026-11-22T08:57:00.365332Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (85,1795915498296751,'congress-import','congress policy created 2026-11-22T08:57:00.609271Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (86,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:48.989904Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (87,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:48.989914Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (88,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:48.989918Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (89,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.059165Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (90,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.155591Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (91,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.215454Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (92,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.248223Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (93,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.281446Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (94,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.326766Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (95,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.371105Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (96,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.414547Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (97,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:49.454358Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (98,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.522003Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (99,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.568162Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (100,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.603661Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (101,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.642655Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (102,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.680934Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (103,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.714496Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (104,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.749357Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (105,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.783511Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (106,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.818983Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (107,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.853015Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (108,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.887712Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (109,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.921101Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (110,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:54.953374Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (111,1795915498296751,'congress-import','congress rule created 2026-11-22T08:56:55.095947Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (112,1795915498296751,'congress-import','congress rule created 2026-11-22T08:57:00.145920Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (113,1795915498296751,'congress-import','congress rule created 2026-11-22T08:57:00.183374Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (114,1795915498296751,'congress-import','congress rule created 2026-11-22T08:57:00.282354Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (115,1795915498296751,'congress-import','congress rule created 2026-11-22T08:57:00.588752Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (116,1795915498296751,'congress-import','congress rule created 2026-11-22T08:57:00.588762Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (117,1795915498296751,'congress-import','congress deleted rule created 2026-11-22T08:57:00.215521Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (118,1795915498296751,'congress-import','congress deleted rule deleted 2026-11-22T08:57:00.241556Z','01a224e7-c338-7546-9d65-46a0ecea8d3d');
INSERT INTO `commits` VALUES (119,1795915503451386,'anonymous','req-114d1b85-3925-49f8-b2d4-31e41c022fdd','01a224e7-d75b-7108-837e-c51d2d84febe');
INSERT INTO `commits` VALUES (120,1795915503752402,'anonymous','req-09956d38-eeac-4fc0-bf2e-90cd31a75153','01a224e7-d888-74e5-833c-366d18c3d484');
CREATE TABLE `data_source_rows` (
  `data_source_id` varchar(255) NOT NULL,
  `table_name` varchar(255) NOT NULL,
  `row` longtext NOT NULL,
  `row_digest` binary(32) NOT NULL DEFAULT unhex(sha2(`row`,256)),
  PRIMARY KEY (`data_source_id`,`table_name`,`row_digest`),
  CONSTRAINT `data_source_rows_ibfk_1` FOREIGN KEY (`data_source_id`, `table_name`) REFERENCES `data_source_tables` (`data_source_id`, `name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `data_source_rows` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','Hosts','[\"A\"]',0xD2A4B37CAC0A57E42B1FE002A68C2449A7E41646EEC1A92A0F0ACD39FAE589CE);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','hosts','[\"a\",1]',0x135F17A475A61AFDEEAF3759AD2E45AD1C7ABB192395ABE47E41FC8E395DC1A9);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','hosts','[\"\",-1]',0x35F8DA38B3F67E237528DF49084C428A421E271BF6214B3EF0DDCBC77E5381DA);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','hosts','[\"nul \\u0000 \\u001a1\",1]',0x47F5B08B0A95EF535C36F083F767642332E82F12D352F7F74EE16A86A72BB91B);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','hosts','[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",1]',0xA7699978C6A2C44871C24DA7D64E7C6FBDF88C8A8227159B71B8DCC74054CB9B);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','hosts','[1.5,9223372036854775807]',0xAB02A2F92680199FFD340855EEAD566883DDFB694D9EFD6439E38740BCEB41FF);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','hosts','[\"c\",3]',0xC5B06F7F0BE287E15A0BC553EC917E286108A84E97CF7E4289D7716DAFAC33B0);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b195-7567-87d8-a85cce59470e','sealed','[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]',0x88E5513806E71EF0961535013DFF9DE5EEF2520F165B35CDA51F0D026886A0CA);
INSERT INTO `data_source_rows` VALUES ('01a224e7-b195-7567-87d8-a85cce59470e','sealed','[\"x\"]',0xCD65EA2C2AD99E94A85B1B6DF72EFEF9CB2ED0AE933A60C32CE16317F7D7D6AA);
INSERT INTO `data_source_rows` VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8','events','[\"2016-02-22T11:48:55Z\",\"compute.host.down\",\"compute0\",\"down\",\"zabbix1\",\"100\"]',0x586B7BC992F3B71E80E3D94BB599427AD483909CEC70BD2EC09BF29A1C16DF2E);
INSERT INTO `data_source_rows` VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8','events','[\"2016-02-22T11:48:55Z\",\"compute.host.down\",\"compute1\",\"down\",\"zabbix1\",\"101\"]',0xBB6BB063A7D729DF36574B2658679995EDC3CBC15F7C044AC3DF59E49EFF2EDB);
INSERT INTO `data_source_rows` VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8','events','[\"2016-02-22T11:48:55Z\",\"compute.host.down\",\"compute2\",\"down\",\"zabbix1\",\"102\"]',0xC8EDBACE2D5E4D6EC327C1CA71848D8F3810D4D0934DFAC4DB9EC3BAF447A8D9);
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
INSERT INTO `data_source_tables` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','Hosts',1,1795915494782673,54,0);
INSERT INTO `data_source_tables` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','emptied',2,1795915495273541,55,0);
INSERT INTO `data_source_tables` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','hosts',2,1795915495976221,53,0);
INSERT INTO `data_source_tables` VALUES ('01a224e7-b195-7567-87d8-a85cce59470e','sealed',1,1795915495552554,57,0);
INSERT INTO `data_source_tables` VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8','events',1,1795915498296751,75,0);
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
INSERT INTO `data_sources` VALUES ('01a224e7-b0f5-700c-b04c-6ad192d87d75','inventory','data_source','push','what is where',NULL,1,'{\"description\":\"pushed\"}',49,0);
INSERT INTO `data_sources` VALUES ('01a224e7-b195-7567-87d8-a85cce59470e','safe','data_source','vault','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',NULL,1,'{\"password\":{\"$sealed\":\"v1:pOv70gqNxwlapFh3FwMHws4Hr85eCIpccRNFzGQ/Y6VtdE3Pqkv5eDABThP7CHs5EN1EkmPtHOu72vNZWzjw0mhRNSajiIW/tVz316hxBviQtY7m2I7bJcoGqWEc2aNQgtVBbEhjSeUTIA==\"},\"url\":\"http://vault\"}',50,0);
INSERT INTO `data_sources` VALUES ('01a224e7-b26b-728b-8f0c-448063397319','off','data_source','vault',NULL,NULL,0,'{\"password\":{\"$sealed\":\"v1:dIz1JlSpFPw8H869qyU31XxRMJaVxCUDurTcRTam91mnYoebImLSK8tX\"},\"url\":\"http://off\"}',51,0);
INSERT INTO `data_sources` VALUES ('3642d2bd-ab50-41fa-8f49-d987cf67f461','pushed','data_source','push',NULL,NULL,1,'{\"description\":\"pushed\",\"persist_data\":true}',71,0);
INSERT INTO `data_sources` VALUES ('392042c0-803d-4535-9242-2f13e9aaa3f5','fake','data_source','fake_datasource','has a secret',NULL,1,'{\"auth_url\":\"http://127.0.0.1:1/v3\",\"password\":{\"$sealed\":\"v1:GfZ1GYlFbYyWwx0do4dHbgEQj2gnimnKiTDNheKuSHQ7I7yh4ABU1IGv8h34TQDJ4q9L5S9OzQ==\"},\"poll_time\":\"3600\",\"project_name\":\"admin\",\"tenant_name\":\"admin\",\"username\":\"admin\"}',72,0);
INSERT INTO `data_sources` VALUES ('4c294b62-7223-4d32-ab47-73f295b1bd87','nova','data_source','nova','unreachable nova',NULL,1,'{\"auth_url\":\"http://127.0.0.1:1/v3\",\"password\":{\"$sealed\":\"v1:TDFoDbt+3tD4OCnXUVzdMrIijS7vyhpNn+UfzzSBO8OFUYLDdTE7m7b04dIFZsd4b4TBQjk=\"},\"poll_time\":\"3600\",\"project_name\":\"admin\",\"username\":\"admin\"}',73,0);
INSERT INTO `data_sources` VALUES ('7a32f3ca-019e-4f0f-8967-351942c712c8','doc','data_source','doctor','the doctor',NULL,1,'{\"persist_data\":true}',70,0);
INSERT INTO `data_sources` VALUES ('96f77bf2-ee87-4a13-b4f7-2ae7fa94b050','nullcfg','data_source','doctor',NULL,NULL,1,NULL,74,0);
CREATE TABLE `head` (
  `id` bigint(20) NOT NULL CHECK (`id` = 1),
  `revision` bigint(20) NOT NULL CHECK (`revision` >= 0),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `head` VALUES (1,120);
CREATE TABLE `leases` (
  `duty` varchar(255) NOT NULL,
  `holder` varchar(255) NOT NULL,
  `token` bigint(20) NOT NULL CHECK (`token` >= 1),
  `beat` bigint(20) NOT NULL CHECK (`beat` >= 0),
  `lasts` bigint(20) NOT NULL CHECK (`lasts` > 0),
  PRIMARY KEY (`duty`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
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
INSERT INTO `library_policies` VALUES ('01a224e7-a7b1-71b3-8827-74a90096c443','empty','empty','','nonrecursive','[]',41,0);
INSERT INTO `library_policies` VALUES ('01a224e7-a884-7647-9b52-94b6f59b09bf','plain','pl','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','action','[{\"rule\":\"p(1)\",\"name\":\"one\",\"comment\":\"c\"},{\"rule\":\"p(2)\"},{\"rule\":\"q(x) :- p(x)\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"note\":\"an extra field\",\"deep\":{\"a\":[1,2.5,null,true,\"\\u001a\"]}},{\"rule\":\"p(\\\"\\u0000\\\")\",\"nul\":\"\\u0000\"}]',42,0);
INSERT INTO `library_policies` VALUES ('01a224e7-a93b-70e7-be42-602e0174d446','anew','new','put','database','[{\"rule\":\"b(1)\",\"name\":\"after\",\"extra\":[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]},{\"rule\":\"b(2)\",\"comment\":\"c\"}]',43,0);
INSERT INTO `library_policies` VALUES ('01a224e7-aaa9-70b6-a2c8-3936138a79ff','many','many','many','nonrecursive','[{\"rule\":\"p(0)\",\"name\":\"0\",\"weight\":0},{\"rule\":\"p(1)\",\"name\":\"1\",\"weight\":1},{\"rule\":\"p(2)\",\"name\":\"2\",\"weight\":2},{\"rule\":\"p(3)\",\"name\":\"3\",\"weight\":3},{\"rule\":\"p(4)\",\"name\":\"4\",\"weight\":4},{\"rule\":\"p(5)\",\"name\":\"5\",\"weight\":5},{\"rule\":\"p(6)\",\"name\":\"6\",\"weight\":6},{\"rule\":\"p(7)\",\"name\":\"7\",\"weight\":7},{\"rule\":\"p(8)\",\"name\":\"8\",\"weight\":8},{\"rule\":\"p(9)\",\"name\":\"9\",\"weight\":9},{\"rule\":\"p(10)\",\"name\":\"10\",\"weight\":10},{\"rule\":\"p(11)\",\"name\":\"11\",\"weight\":11},{\"rule\":\"p(12)\",\"name\":\"12\",\"weight\":12},{\"rule\":\"p(13)\",\"name\":\"13\",\"weight\":13},{\"rule\":\"p(14)\",\"name\":\"14\",\"weight\":14},{\"rule\":\"p(15)\",\"name\":\"15\",\"weight\":15},{\"rule\":\"p(16)\",\"name\":\"16\",\"weight\":16},{\"rule\":\"p(17)\",\"name\":\"17\",\"weight\":17},{\"rule\":\"p(18)\",\"name\":\"18\",\"weight\":18},{\"rule\":\"p(19)\",\"name\":\"19\",\"weight\":19},{\"rule\":\"p(20)\",\"name\":\"20\",\"weight\":20},{\"rule\":\"p(21)\",\"name\":\"21\",\"weight\":21},{\"rule\":\"p(22)\",\"name\":\"22\",\"weight\":22},{\"rule\":\"p(23)\",\"name\":\"23\",\"weight\":23}]',45,0);
INSERT INTO `library_policies` VALUES ('1390e9a1-512d-40a3-b37c-8bab2a2d9caf','BadFlavors','BadFl','Error on any server using a flavor that is not permitted','nonrecursive','[{\"rule\":\"permitted_flavor(\'m1.tiny\')\",\"comment\":\"User should customize this.  Permitted flavors.\"},{\"rule\":\"permitted_flavor(\'m1.large\')\",\"comment\":\"User should customize this.  Permitted flavors.\"},{\"rule\":\"server_with_bad_flavor(id) :- nova:servers(id=id,flavor_id=flavor_id), nova:flavors(id=flavor_id, name=flavor), not permitted_flavor(flavor)\\n\"},{\"rule\":\"error(id) :- server_with_bad_flavor(id)\"}]',67,0);
INSERT INTO `library_policies` VALUES ('1f4a7524-eab7-41c1-8fd1-13701f550d44','mylib','mylib','custom','nonrecursive','[{\"rule\":\"p(x) :- q(x)\",\"name\":\"n\",\"comment\":\"c\"},{\"rule\":\"q(1)\"}]',68,0);
INSERT INTO `library_policies` VALUES ('78daca1f-a186-44d0-b481-339ed6a598b9','minlib','minli','','nonrecursive','[]',69,0);
CREATE TABLE `log_start` (
  `id` bigint(20) NOT NULL CHECK (`id` = 1),
  `revision` bigint(20) NOT NULL CHECK (`revision` >= 1),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `log_start` VALUES (1,1);
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
INSERT INTO `names` VALUES ('acts','policy');
INSERT INTO `names` VALUES ('alpha','policy');
INSERT INTO `names` VALUES ('beta','policy');
INSERT INTO `names` VALUES ('classification','policy');
INSERT INTO `names` VALUES ('doc','data_source');
INSERT INTO `names` VALUES ('dsk','policy');
INSERT INTO `names` VALUES ('fake','data_source');
INSERT INTO `names` VALUES ('gonepolicy','policy');
INSERT INTO `names` VALUES ('inventory','data_source');
INSERT INTO `names` VALUES ('late','policy');
INSERT INTO `names` VALUES ('many','policy');
INSERT INTO `names` VALUES ('mylib','policy');
INSERT INTO `names` VALUES ('nova','data_source');
INSERT INTO `names` VALUES ('nullcfg','data_source');
INSERT INTO `names` VALUES ('off','data_source');
INSERT INTO `names` VALUES ('plain','policy');
INSERT INTO `names` VALUES ('pushed','data_source');
INSERT INTO `names` VALUES ('safe','data_source');
INSERT INTO `names` VALUES ('with.dots','policy');
INSERT INTO `names` VALUES ('with.dots:and_colon','policy');
INSERT INTO `names` VALUES ('withrules','policy');
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
INSERT INTO `policies` VALUES ('01a224e7-8b50-7108-a6d9-8ff0558173ae','a_nonrecursive','policy','nonre','nonrecursive \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','nonrecursive',2,0);
INSERT INTO `policies` VALUES ('01a224e7-8c00-70e1-9aa7-6b775c3ca3e3','a_action','policy','actio','action \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','action',3,0);
INSERT INTO `policies` VALUES ('01a224e7-8cb9-738f-bbb4-37ac5ee60673','a_database','policy','datab','database \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','database',4,0);
INSERT INTO `policies` VALUES ('01a224e7-8d4b-7081-96bd-ff6a441291c0','a_materialized','policy','mater','materialized \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','materialized',5,0);
INSERT INTO `policies` VALUES ('01a224e7-8dd3-740e-ab8e-a0632d88dba2','a_datasource','policy','datas','datasource \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','datasource',6,0);
INSERT INTO `policies` VALUES ('01a224e7-8e83-7407-9dc8-6cf330992e73','a_z3','policy','z3','z3 \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','z3',7,0);
INSERT INTO `policies` VALUES ('01a224e7-8f1d-7610-a3b6-c88dab3a2a63','plain','policy','plain','','user','nonrecursive',8,0);
INSERT INTO `policies` VALUES ('01a224e7-8fe1-7519-9ae4-d232e466507e','Plain','policy','Plain','','user','nonrecursive',9,0);
INSERT INTO `policies` VALUES ('01a224e7-90eb-77cc-a72d-c6936a837cf1','with.dots','policy','with.','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','nonrecursive',11,0);
INSERT INTO `policies` VALUES ('01a224e7-ad53-74b7-8581-3b51424c74a9','many','policy','many','many','user','nonrecursive',48,0);
INSERT INTO `policies` VALUES ('01a224e7-d75b-7108-837e-c51cb800bc24','late','policy','late','made by a server that had started again','user','nonrecursive',119,0);
INSERT INTO `policies` VALUES ('18fe8c80-f822-4cfe-bc4d-0300077af737','alpha','policy','alpha','first policy','user','nonrecursive',78,0);
INSERT INTO `policies` VALUES ('21a92246-771b-4e7f-bf52-0f7f41903349','dsk','policy','dsk','','user','datasource',81,0);
INSERT INTO `policies` VALUES ('3117cc3d-dcf2-4439-86d4-858c16dd2027','gonepolicy','policy','gonep','second life','user','nonrecursive',84,0);
INSERT INTO `policies` VALUES ('343eade2-d6e4-4555-9d77-87122ae1abc7','classification','policy','class','default policy','user','nonrecursive',76,1);
INSERT INTO `policies` VALUES ('418c0c0e-7ea5-4b36-8720-48ae385669b8','action','policy','actio','default action policy','user','action',77,1);
INSERT INTO `policies` VALUES ('6b38b849-38b0-46fc-b038-e1e17041faaa','withrules','policy','withr','created with rules','user','nonrecursive',83,0);
INSERT INTO `policies` VALUES ('9586e9e7-6885-4a69-aa22-19336b83727e','mylib','policy','mylib','custom','user','nonrecursive',85,0);
INSERT INTO `policies` VALUES ('ab221702-9a84-4e48-a0da-1d53b0da1c38','with.dots:and_colon','policy','','','user','nonrecursive',82,0);
INSERT INTO `policies` VALUES ('c07e7981-55ef-4538-a964-f455b8e832e9','acts','policy','acts','','user','action',80,0);
INSERT INTO `policies` VALUES ('cf86ab56-a472-4b55-92c9-d37d5b955cab','beta','policy','bet','bêta 你','user','nonrecursive',79,0);
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
INSERT INTO `policy_tables` VALUES ('late','p',1,120,0,0x089001A35679A33EF3DB0CA350DB9B9A2F0136E0E327577B04B3B98127470961,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('acts','q-',1,110,0,0x0B19C278DDD6476DFA18B5F7B6E8F1F8797F1FA8C465270BFD94886C92445E52,0x28FC5817E10A0E17A876BF0B0AE704AAA5E73C3C6835EBECA4231B41AE7D7E6B);
INSERT INTO `policy_tables` VALUES ('acts','addq',1,109,1,0x0B19C278DDD6476DFA18B5F7B6E8F1F8797F1FA8C465270BFD94886C92445E52,0x49447A9D750B62F465B7015F61E6B959EE61DAF261A0FFC6D088A91EF6D694E2);
INSERT INTO `policy_tables` VALUES ('acts','delq',1,110,1,0x0B19C278DDD6476DFA18B5F7B6E8F1F8797F1FA8C465270BFD94886C92445E52,0x585A17D94BAB4981443A8C05FB68658FA6C9C0C3E703D67445319F381865EA1F);
INSERT INTO `policy_tables` VALUES ('acts','q+',1,109,0,0x0B19C278DDD6476DFA18B5F7B6E8F1F8797F1FA8C465270BFD94886C92445E52,0x670AB769C09BE63809A60AF6F9605930D7D6BA4B3DDD5D9BC8BEB0259DAF334A);
INSERT INTO `policy_tables` VALUES ('acts','action',1,108,0,0x0B19C278DDD6476DFA18B5F7B6E8F1F8797F1FA8C465270BFD94886C92445E52,0xBD938C688F49B77C7FC537C6B9222E2C97EBDDD63076B87F2FEAEC66FB9C05D0);
INSERT INTO `policy_tables` VALUES ('many','p',1,48,1,0x1137B15C7797AA84EC24E8DCA5CB966DD016624374A09CB2ECAA9AC3229F5CCC,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('doc','events',6,94,1,0x139D544B821B13EBEA14F1B0FE18577222E415C2966E3A3511C4196055232202,0x862417B9E7C3720BCB3263CD873B09892D787823B6F9A0F453E42824C5A4D4B6);
INSERT INTO `policy_tables` VALUES ('withrules','p',1,86,0,0x7F7E72FE8E27C7A90E7B9D3FD3A67D91EDA704B007F2CDF6255F91E6CF497ADD,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('withrules','r',1,86,2,0x7F7E72FE8E27C7A90E7B9D3FD3A67D91EDA704B007F2CDF6255F91E6CF497ADD,0x454349E422F05297191EAD13E21D3DB520E5ABEF52055E4964B82FB213F593A1);
INSERT INTO `policy_tables` VALUES ('withrules','q',1,86,1,0x7F7E72FE8E27C7A90E7B9D3FD3A67D91EDA704B007F2CDF6255F91E6CF497ADD,0x8E35C2CD3BF6641BDB0E2050B76932CBB2E6034A0DDACC1D9BEA82A6BA57F7CF);
INSERT INTO `policy_tables` VALUES ('Plain','p',1,22,1,0x8B854ADE2CD01BDCA1AA982F6ECFF0086F70E3D2140D7FAE2786A2E4150EEB4C,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('Plain','e',1,29,0,0x8B854ADE2CD01BDCA1AA982F6ECFF0086F70E3D2140D7FAE2786A2E4150EEB4C,0x3F79BB7B435B05321651DAEFD374CDC681DC06FAA65E374E38337B88CA046DEA);
INSERT INTO `policy_tables` VALUES ('mylib','p',1,115,0,0x8D2000BD470BEA693367A5ACA1971E070AABB4D1358D32315A31B92D681E601A,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('mylib','q',1,115,1,0x8D2000BD470BEA693367A5ACA1971E070AABB4D1358D32315A31B92D681E601A,0x8E35C2CD3BF6641BDB0E2050B76932CBB2E6034A0DDACC1D9BEA82A6BA57F7CF);
INSERT INTO `policy_tables` VALUES ('alpha','deleted',1,114,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x1185F37D33B0F89E331F101A51BB8E51165C7EFDA15950B86A3EBCBB363F898E);
INSERT INTO `policy_tables` VALUES ('alpha','p',1,89,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x148DE9C5A7A44D19E56CD9AE1A554BF67847AFB0C58F6E12FA29AC7DDFCA9940);
INSERT INTO `policy_tables` VALUES ('alpha','len4',1,102,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x1E85F169A44BB7232741F26AC5757DD76BE649463FD1ACBF403184FFA68C77E9);
INSERT INTO `policy_tables` VALUES ('alpha','f',2,95,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x252F10C83610EBCA1A059C0BAE8255EBA2F95BE4D1D7BCFA89D7248A82D9F111);
INSERT INTO `policy_tables` VALUES ('alpha','nullary',0,100,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x518F1690F4D83B80BC2FCB8DDECF4FA0F723D399EA75195159D1FA332EFD1C3A);
INSERT INTO `policy_tables` VALUES ('alpha','srv',1,97,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x5E12AFEAAF89408E6914798BC50BE2047BCD9443A01A380C23C281E531770348);
INSERT INTO `policy_tables` VALUES ('alpha','uni',1,99,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x8D9315FC224D877FA15D9322EF9D26E9F6BF233D9D2290FDAB0C232494BC945C);
INSERT INTO `policy_tables` VALUES ('alpha','sq',1,104,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x8DD42F9FC74CD334C8DC40E3A80865356AA03C47434AE307F7CE2F6E45712B80);
INSERT INTO `policy_tables` VALUES ('alpha','q',1,91,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0x8E35C2CD3BF6641BDB0E2050B76932CBB2E6034A0DDACC1D9BEA82A6BA57F7CF);
INSERT INTO `policy_tables` VALUES ('alpha','h',1,101,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0xAAA9402664F1A41F40EBBC52C9993EB66AEB366602958FDFAA283B71E64DB123);
INSERT INTO `policy_tables` VALUES ('alpha','cross',1,98,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0xB3986952B145DA5F0E4BD416F3B948E9864B57895675886C1DEB83C16A9BEADC);
INSERT INTO `policy_tables` VALUES ('alpha','error',1,94,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0xCA00FCCFB408989EDDC401062C4D1219A6ACEB6B9B55412357F1790862E8F178);
INSERT INTO `policy_tables` VALUES ('alpha','t',2,103,0,0x8ED3F6AD685B959EAD7022518E1AF76CD816F8E8EC7CCDDA1ED4018E8F2223F8,0xE3B98A4DA31A127D4BDE6E43033F66BA274CAB0EB7EB1C70EC41402BF6273DD8);
INSERT INTO `policy_tables` VALUES ('classification','error',1,112,0,0x9F0C8AA526579F4DBDE02F70F4CDF635A22DF7D844CE012DE5791FEBEA95E732,0xCA00FCCFB408989EDDC401062C4D1219A6ACEB6B9B55412357F1790862E8F178);
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
INSERT INTO `policy_tables` VALUES ('fake','fake_table',2,95,1,0xB5D54C39E66671C9731B9F471E585D8262CD4F54963F0C93082D8DCF334D4C78,0x2FCAB677327F19C18F4A515B8C634E1F2F87A0BC3AD9E0ADDE9F31FD92925C5D);
INSERT INTO `policy_tables` VALUES ('action','action',1,113,0,0xBD938C688F49B77C7FC537C6B9222E2C97EBDDD63076B87F2FEAEC66FB9C05D0,0xBD938C688F49B77C7FC537C6B9222E2C97EBDDD63076B87F2FEAEC66FB9C05D0);
INSERT INTO `policy_tables` VALUES ('beta','t',1,98,1,0xF44E64E75F3948E9F73F8DFA94721C4CE8CBB4F265C4790C702B2D41CFBF2753,0xE3B98A4DA31A127D4BDE6E43033F66BA274CAB0EB7EB1C70EC41402BF6273DD8);
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
  `disabled` longtext DEFAULT NULL,
  `head_table` longtext NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `policy_id` (`policy_id`,`identity_digest`),
  KEY `rules_by_head_table` (`head_table`(190)),
  CONSTRAINT `rules_ibfk_1` FOREIGN KEY (`policy_id`) REFERENCES `policies` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `rules` VALUES ('01a224e7-9180-72bb-9024-4287c76d2431','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','p(1)','p(1)',NULL,'',12,1,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-923e-77ff-a44e-8f3612d8217e','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','p(\"two\")','p(\"two\")','two','said so',13,0,0x0DD82CE87C49A39814EC1AB1333AF89C079724C0A30089206245A4C937E46356,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-92c2-7048-a511-f56d5e2f07a4','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','q(x) :- p(x), not r(x)','q(x) :- not r(x), p(x)','a rule','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',14,2,0xB533F085875C4DB6E34A5E3BCCB13A9CA5EA637C4DA2E1E4726D91A64FA85D3A,NULL,'q');
INSERT INTO `rules` VALUES ('01a224e7-938d-75e5-ba04-057c87de9abc','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','r(3)','r(3)',NULL,'',15,0,0xD144F48D8E20F8F6435DD7FD1CDC6F512F2381F27A21C18BCD61A74A292FB521,NULL,'r');
INSERT INTO `rules` VALUES ('01a224e7-940f-7091-a321-8b2d39b27ba5','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','s(x, y) :- p(x), inventory:hosts(y, 1)','s(x, y) :- inventory:hosts(y, 1), p(x)',NULL,'',16,2,0x056DAB1AB6CDEC07538DE06094C9AF78CA4A32EB80F28156EF17FA247E8FB9DA,NULL,'s');
INSERT INTO `rules` VALUES ('01a224e7-950c-72e5-9e6f-cfe993abe5a3','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','inner(x, z) :- s(x, y), s(y, z), not q(z)','inner(x, z) :- not q(z), s(x, y), s(y, z)',NULL,'',17,1,0x9B9EC77ED2D19E7EFFAB4B5BAA0F0ED2DB2AC5BB12B8AEB7BAABDBE2D1245A0F,NULL,'inner');
INSERT INTO `rules` VALUES ('01a224e7-95b6-763a-97fe-73182cfa42bb','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','p(-9223372036854775808)','p(-9223372036854775808)',NULL,'',18,0,0x422D81A830A3B1A9891FFD9FE7EBB768ADD71D359E34C51E88B9F4749C7E2936,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-96b8-7156-9554-9116026a9404','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','p(2.5)','p(2.5)',NULL,'',19,0,0xE74A228B967284F2BBD2BECB88AF8B1A6A333988CC55FF7A81962F5CE7471C59,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-9751-7686-aec3-0ff1870d3c2c','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','p(\"\Z1 and 50% of it\'s 中文 😀\")','p(\"\Z1 and 50% of it\'s 中文 😀\")','odd \Z1','',20,0,0x923777096FA3F6CFD7792D9363AC303D3850E41DCDA87D52F9A27B3EC3D69A4B,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-9814-7418-b6bf-61b8daa38f23','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")','long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")',NULL,'',21,1,0x590EE5200CBF85C12B823A9EACCF590B07938C9F94EAB7578F5629F4B7500712,NULL,'long');
INSERT INTO `rules` VALUES ('01a224e7-988f-74c1-b710-c57e0761060e','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','safe(x) :- Plain:p(x)','safe(x) :- Plain:p(x)',NULL,'',22,2,0x9E3DEFDDF6E01561EC340D7039C06142ED0CC2F964F135BD2E0DDD8821264594,NULL,'safe');
INSERT INTO `rules` VALUES ('01a224e7-992a-7091-8fde-08f59e16e158','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','lower(x) :- p(x), builtin:lt(x, 3)','lower(x) :- builtin:lt(x, 3), p(x)',NULL,'',23,1,0x066F0376E6AA6946F227870BE6DB32BD2E3259D846F49F48394BE5A9259DA3DB,NULL,'lower');
INSERT INTO `rules` VALUES ('01a224e7-99c4-73ba-a726-08ec47dd8f5c','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','nul(\"a\\u0000b\Z0\")','nul(\"a\\u0000b\Z0\")',NULL,'',24,1,0x5F727FF7572E4379A325D50C4FF60D68B64E78632F0FD29F2C139AD4AB150C11,NULL,'nul');
INSERT INTO `rules` VALUES ('01a224e7-9ac7-753a-b4a4-c94e2cb4e2ad','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','P(1)','P(1)',NULL,'',25,1,0x48A18B5A50D9C7E5BC419B36F601E84121A85871FE8511628F6637A062FC403E,NULL,'P');
INSERT INTO `rules` VALUES ('01a224e7-9b8d-7542-aaa5-b71ee893ea87','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','none()','none()',NULL,'',26,1,0xFDFA6147457680E87906455896777CC81717518E22F3BCE3566B28F6498A96D7,NULL,'none');
INSERT INTO `rules` VALUES ('01a224e7-9c55-774d-ad45-81c45d78382e','01a224e7-8fe1-7519-9ae4-d232e466507e','p(1)','p(1)','n','c',27,0,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-9d06-7718-802d-bde9f6591946','01a224e7-8fe1-7519-9ae4-d232e466507e','p(2)','p(2)','n','c',28,0,0x1A63E06E0B60E5BA7BC8723E2B89CD4E07C776C4B40C6AF18100E23645517D6C,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-9e03-7171-96e6-d54a1b74e654','01a224e7-8fe1-7519-9ae4-d232e466507e','e(x) :- plain:q(x)','e(x) :- plain:q(x)','n','c',29,1,0xB2E24E678E260F80FD24A6A784E1CC4AFBA9CA7F29FF8F099B813D0EF5E61CAF,NULL,'e');
INSERT INTO `rules` VALUES ('01a224e7-9ee9-745b-acde-25e36d4a6a01','01a224e7-8c00-70e1-9aa7-6b775c3ca3e3','execute[nova:disconnect(x)] :- p(x)','execute[nova:disconnect(x)] :- p(x)',NULL,'',30,1,0x0A81BEC7176A474D2CF030A2F23514BA8C18FEA29086C0D3DA2ED816B11454E7,NULL,'nova:disconnect');
INSERT INTO `rules` VALUES ('01a224e7-9fa2-7135-8c84-fc0cfeb3430b','01a224e7-8c00-70e1-9aa7-6b775c3ca3e3','disconnect(x) :- p(x)','disconnect(x) :- p(x)',NULL,'',31,1,0x6A5B7C09AC3B62AA676B92594BFF719405676A2BCC28661D260D0B29ED801D4C,NULL,'disconnect');
INSERT INTO `rules` VALUES ('01a224e7-a117-7650-8efc-f8ea191409de','01a224e7-90eb-77cc-a72d-c6936a837cf1','u(\"中\")','u(\"中\")',NULL,'\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',33,1,0x92764712F05B6680A8A542324C60B887FB740FA32C3E81217FA86961D9B78A6F,NULL,'u');
INSERT INTO `rules` VALUES ('01a224e7-a4c4-729f-857d-78120143652c','01a224e7-8f1d-7610-a3b6-c88dab3a2a63','out(1)','out(1)',NULL,'',38,1,0x6D80256FFD1109B1205555A7A86D787A9A63909746974F0A13648159E6F10509,NULL,'out');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b52bd227d30','01a224e7-ad53-74b7-8581-3b51424c74a9','p(0)','p(0)','0','',48,2,0x51782AA4535224E195CCEFCF793F3C9A5CD0F8FA7D1BE032AAFA8551DD2F66B3,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b536bf48252','01a224e7-ad53-74b7-8581-3b51424c74a9','p(1)','p(1)','1','',48,3,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5460eca237','01a224e7-ad53-74b7-8581-3b51424c74a9','p(2)','p(2)','2','',48,4,0x1A63E06E0B60E5BA7BC8723E2B89CD4E07C776C4B40C6AF18100E23645517D6C,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5592b5a533','01a224e7-ad53-74b7-8581-3b51424c74a9','p(3)','p(3)','3','',48,5,0xFB35CD21644A262A1D8F668A7D6FA4F3393913A83E5EC4BF821A9092C851347E,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b56da92df02','01a224e7-ad53-74b7-8581-3b51424c74a9','p(4)','p(4)','4','',48,6,0xD3E62879A675BBF5EBB9F73DD3A5AE87DCD6FC80031345ACB9578651973DA2D2,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5756334355','01a224e7-ad53-74b7-8581-3b51424c74a9','p(5)','p(5)','5','',48,7,0xCB08558FC2550280B219C1BE6011CFAACD396DC62AEB24611DFD6F25D6DFE82D,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b58fbeac612','01a224e7-ad53-74b7-8581-3b51424c74a9','p(6)','p(6)','6','',48,8,0x86BE29BE7CBC93520910ADDED18B06BDF8B081B2A69517D1B71B44D7F70F47DB,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b599f48304d','01a224e7-ad53-74b7-8581-3b51424c74a9','p(7)','p(7)','7','',48,9,0xB0E2E4857F339DB36BD3A0DB2227E7C0EAC9035EE14977F61486AB585CAB0CFC,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5a89e50371','01a224e7-ad53-74b7-8581-3b51424c74a9','p(8)','p(8)','8','',48,10,0x68CC13D80025BE67CFBA8D3E1032CBD71D0172BC72A74C9D2D31A71D305E1C96,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5b4b37100a','01a224e7-ad53-74b7-8581-3b51424c74a9','p(9)','p(9)','9','',48,11,0xC03BAEBC31F250A367D1D4ABC8F658A3B60D097496E5872EC2FAAF9607F218EA,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5c40ac3d80','01a224e7-ad53-74b7-8581-3b51424c74a9','p(10)','p(10)','10','',48,12,0x541B819ECB651723209E1B0B2ACBF8E937A59237CAB587C101BE6B36AAC61158,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5d59017713','01a224e7-ad53-74b7-8581-3b51424c74a9','p(11)','p(11)','11','',48,13,0xEF1A889274F65C381827C780FB42ED726A288AD31A97C97A238DD912B96F6F6F,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5e7ee7955d','01a224e7-ad53-74b7-8581-3b51424c74a9','p(12)','p(12)','12','',48,14,0xBA45D66746899A31EB63D8F4FF699C4FA8D2C9506E16EB1C268450C7F3FD21C5,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b5fcb6749ba','01a224e7-ad53-74b7-8581-3b51424c74a9','p(13)','p(13)','13','',48,15,0x48CCBB8FE1459D5CEF179D2B9D8CE9DB7A1889619851FF10639B37FE6CE7FD54,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b604ac878f2','01a224e7-ad53-74b7-8581-3b51424c74a9','p(14)','p(14)','14','',48,16,0xEEFD1083CB2086784BBDCABA362EFDEB6712C8F7C9CD9016467C9D6E9B8E7128,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b61633e9885','01a224e7-ad53-74b7-8581-3b51424c74a9','p(15)','p(15)','15','',48,17,0x65EB978E99D1F437737BAD4A16755305FFB43F121600EEBAA52F20DEB7E460E3,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b620688f46e','01a224e7-ad53-74b7-8581-3b51424c74a9','p(16)','p(16)','16','',48,18,0x152796E234FA1CD77634E909826DFE0880429912EBD249722488995FF668598F,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b63477c16c8','01a224e7-ad53-74b7-8581-3b51424c74a9','p(17)','p(17)','17','',48,19,0xAEEE82D0717495E6EBDF20AD075208F0D5E7C99D63FB81E8ED9D1F5B378EB56E,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b64a08cc79e','01a224e7-ad53-74b7-8581-3b51424c74a9','p(18)','p(18)','18','',48,20,0xBD30118EEB9904CCD902694BE799FB7807FF372046D108E3DE4EE89F46DFA806,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b657692c79b','01a224e7-ad53-74b7-8581-3b51424c74a9','p(19)','p(19)','19','',48,21,0xDB0018E3568631B71712CEE05DAEA21C9316D05388E6E4B489E9A11001EA6067,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b66002f7fc9','01a224e7-ad53-74b7-8581-3b51424c74a9','p(20)','p(20)','20','',48,22,0xEB91F15F28B5E8B57017C96AD5DAD60172EB92E1319EDF98620F96E40495612F,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b67dba86f02','01a224e7-ad53-74b7-8581-3b51424c74a9','p(21)','p(21)','21','',48,23,0x3F1609900B60D1501A0EB16534EA39FBE8345BD49837DCA0BB8A286277057239,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b68881bb118','01a224e7-ad53-74b7-8581-3b51424c74a9','p(22)','p(22)','22','',48,24,0xD0ED17A332344965A05594066FEC4944168E3D535898B061F99BB7D8728DAC50,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-ad53-74b7-8581-3b69831891c3','01a224e7-ad53-74b7-8581-3b51424c74a9','p(23)','p(23)','23','',48,25,0x3F5F7021CAD455AE13B1F2674FA559E3F22ED709B5EBFB1F95972304F025C158,NULL,'p');
INSERT INTO `rules` VALUES ('01a224e7-d871-718f-9878-89446f7ef108','01a224e7-d75b-7108-837e-c51cb800bc24','p(1)','p(1)',NULL,'',120,1,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298,NULL,'p');
INSERT INTO `rules` VALUES ('0954e4af-020c-4cb0-8922-38482f6b5215','18fe8c80-f822-4cfe-bc4d-0300077af737','len4(x) :- p(x), len(x, 3)','len4(x) :- len(x, 3), p(x)',NULL,'',102,1,0xBF96B8751E667290136916AA28610A7149431FFAF67DF04734AC596D25564AC9,NULL,'len4');
INSERT INTO `rules` VALUES ('0d2bb39b-6777-44ec-acdd-0b9fb5e196a6','18fe8c80-f822-4cfe-bc4d-0300077af737','cross(x) :- beta:t(x)','cross(x) :- beta:t(x)',NULL,'',98,2,0x8CB1DBF3BC581A224148AF05FE695A0E828D6092D2FE3299B1F886CC126ED280,NULL,'cross');
INSERT INTO `rules` VALUES ('17e82458-8b3f-4e0d-9462-6740abed554f','cf86ab56-a472-4b55-92c9-d37d5b955cab','t(10)','t(10)',NULL,'',105,0,0x04513AAD429E98C380399457D454216F76482CA5CF45FD44B2139E6CD0074000,NULL,'t');
INSERT INTO `rules` VALUES ('195b381b-48f8-4c80-98e7-b4214db82f9e','18fe8c80-f822-4cfe-bc4d-0300077af737','q(7)','q(7)',NULL,'',93,0,0xDBE3B883525F9D5E0F4F7B0F1346990F0D4E380498C314A44A0184D2E58FCB5F,NULL,'q');
INSERT INTO `rules` VALUES ('1e4b7580-211e-45f6-9687-7c545d22588a','9586e9e7-6885-4a69-aa22-19336b83727e','q(1)','q(1)',NULL,'',116,0,0xFC303D2BD8F1E16B715C5F5D5EA61428F9D3D3169BCE5B6EA927833C477BD265,NULL,'q');
INSERT INTO `rules` VALUES ('1eda862b-56d2-428b-addc-e22b856c3d51','343eade2-d6e4-4555-9d77-87122ae1abc7','error(x) :- alpha:p(x)','error(x) :- alpha:p(x)',NULL,'',112,1,0xEFDBBC4A30D459563895D133B549A0183CE17620FE67830C1EF5027A2A74414B,NULL,'error');
INSERT INTO `rules` VALUES ('25deea15-b45e-458b-99fe-181badd85f42','9586e9e7-6885-4a69-aa22-19336b83727e','p(x) :- q(x)','p(x) :- q(x)','n','c',115,2,0xFD55835E42FEE632D6AAAADC401848A264BFA2B7A8288906A5AA206EF8566661,NULL,'p');
INSERT INTO `rules` VALUES ('27d368de-2867-4414-a77a-4b75a9036544','418c0c0e-7ea5-4b36-8720-48ae385669b8','action(\"disconnect\")','action(\"disconnect\")',NULL,'',113,1,0xFB626C6FE0EE0C0396AF85506B823E086B3CFB2B191CC9F3202A0BB48B1C4116,NULL,'action');
INSERT INTO `rules` VALUES ('2e7babc1-5f20-44e8-a27b-b36d2098d8fa','c07e7981-55ef-4538-a964-f455b8e832e9','action(\"addq\")','action(\"addq\")',NULL,'',108,1,0x6EC35FB1F084B3C04659D3534F64EE62986CA11EA0BC088B4D8ACF21350501C0,NULL,'action');
INSERT INTO `rules` VALUES ('33ee7d4c-a6e7-4883-96ee-56ed1d21b41c','cf86ab56-a472-4b55-92c9-d37d5b955cab','t(11)','t(11)',NULL,'',106,0,0x1A5CC09E8B633E1CAD01E45EB4D9E009B1C8B32A045F43CC0325ADFC1DFE1D68,NULL,'t');
INSERT INTO `rules` VALUES ('3abda9df-6f6d-4a5f-9c06-5b5edcc0d706','18fe8c80-f822-4cfe-bc4d-0300077af737','h(x) :- q(x);','h(x) :- q(x)',NULL,'',101,1,0xE0015088A6CC8F2531DCF49D271BE0FF6C9EA04981DE2141ACE823B2C7A94698,NULL,'h');
INSERT INTO `rules` VALUES ('3c05da54-5542-436b-b267-ccf87b6da2a1','c07e7981-55ef-4538-a964-f455b8e832e9','q-(x) :- delq(x)','q-(x) :- delq(x)',NULL,'',110,2,0x9A603B33D67092E2433C7223C5FA6990012C958EEC9467C27759BC14B9524CB4,NULL,'q-');
INSERT INTO `rules` VALUES ('3efcd482-ccaa-43e5-a49d-f57964fe4f04','18fe8c80-f822-4cfe-bc4d-0300077af737','nullary','nullary()',NULL,'',100,1,0x00C56C1C030DE49035A4F2494018702A9CB28FE525E361CB40C76C1555AFD10D,NULL,'nullary');
INSERT INTO `rules` VALUES ('46b549f0-4b60-49f2-8a6c-7cbe6ae7c1f0','18fe8c80-f822-4cfe-bc4d-0300077af737','q(3)','q(3)','','',92,0,0x99E704CB543121BD666FBED621F2AA99613DF73D39BF1E237AA821D1943DE451,NULL,'q');
INSERT INTO `rules` VALUES ('4e37a178-cac4-40e8-bbcf-606c666d27ae','18fe8c80-f822-4cfe-bc4d-0300077af737','p(1)','p(1)',NULL,'',89,1,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298,NULL,'p');
INSERT INTO `rules` VALUES ('4f4f584c-575d-4ff2-97f4-bb4ecea31a31','6b38b849-38b0-46fc-b038-e1e17041faaa','p(x) :- q(x), not r(x)','p(x) :- not r(x), q(x)','r1','c1',86,3,0xAFD755E097142CFE993476063F04F8521B6D41905E71EA87A43B6208EAD66FDE,NULL,'p');
INSERT INTO `rules` VALUES ('6c437362-a831-415e-8928-f3ff3ca93f5f','18fe8c80-f822-4cfe-bc4d-0300077af737','deleted(1)','deleted(1)','recreated','',114,1,0x86C684668ABA894157DC33345DB1A0DD6F7C39F90243F2F156413946D4A846A1,NULL,'deleted');
INSERT INTO `rules` VALUES ('7546f69f-103f-46a5-af0f-d5cc4168e9aa','18fe8c80-f822-4cfe-bc4d-0300077af737','error(h) :- doc:events(hostname=h, status=\"down\")','error(h) :- doc:events(?, ?, h, \"down\")','doc rule','column references',94,2,0x7F8E207CC5F582A06975DA129D70B237EBF41F8EF036B47DDFB052689914BDC7,NULL,'error');
INSERT INTO `rules` VALUES ('7b30f759-d182-4561-b75f-ca319b26bb05','18fe8c80-f822-4cfe-bc4d-0300077af737','p(\"str\")','p(\"str\")','named','with a comment',90,0,0xE7C2075B0467E1AB5F47654DB72515A950676C22CD754419EAD3CFFA1842E0C1,NULL,'p');
INSERT INTO `rules` VALUES ('7c0870d5-0e95-4987-ab0f-d0bec057c085','cf86ab56-a472-4b55-92c9-d37d5b955cab','t(12)','t(12)',NULL,'',107,0,0x9A1C9FE71669FE61C083F3982A5A25950EE55650B5947C7131F9BAE76EE8D557,NULL,'t');
INSERT INTO `rules` VALUES ('8788dbf6-91d7-46d1-8018-e14087b30c04','6b38b849-38b0-46fc-b038-e1e17041faaa','r(2.5)','r(2.5)',NULL,'',88,0,0x015EF1CC29FDBE9DB49170FFCD27B760DE2120654CA5D401550DA1A59420F1BA,NULL,'r');
INSERT INTO `rules` VALUES ('98c3359e-d5c8-49e5-99ea-8915058a1f6d','18fe8c80-f822-4cfe-bc4d-0300077af737','p(x) :-   q(x) ,  lt(x, 5)','p(x) :- lt(x, 5), q(x)','spaces','original text is kept',91,1,0xDE15C217D6E82263A3655571EEDAC39CF31937630FB7245DE35110986D6318D6,NULL,'p');
INSERT INTO `rules` VALUES ('b005072e-5ad6-4bc4-a0dd-da472b1ba76b','18fe8c80-f822-4cfe-bc4d-0300077af737','execute[nova:servers.pause(x)] :- srv(x), doc:events(hostname=x)','execute[nova:servers.pause(x)] :- doc:events(?, ?, x), srv(x)',NULL,'exec',97,1,0xAE764FE8D58D8EA0E249E70AAE033FD7B5F387443B19201EBE2C274AB6E97B73,NULL,'nova:servers.pause');
INSERT INTO `rules` VALUES ('b98b583d-d66e-4789-b246-553dc8572b7e','18fe8c80-f822-4cfe-bc4d-0300077af737','srv(x) :- nova:servers(id=x, status=\"ACTIVE\")','disabled b98b583d-d66e-4789-b246-553dc8572b7e',NULL,'',96,0,0xB37884A28045AFD7F327872C51375B7E5304565D797916070F4EECDE804EBA7B,'line 1, column 11: the columns of `nova:servers` are not known; give its arguments by position','');
INSERT INTO `rules` VALUES ('cb5c1342-2bdd-417b-8dce-660a93c348d3','18fe8c80-f822-4cfe-bc4d-0300077af737','f(x, y) :- fake:fake_table(x, y)','f(x, y) :- fake:fake_table(x, y)',NULL,'',95,2,0x6EFE390C7C45FD6E0147F5854DD460AFCACA9F9F76733B0A1C7C67DB4C1522B7,NULL,'f');
INSERT INTO `rules` VALUES ('cdaa12b6-5865-4dba-a03a-382c98d41df4','6b38b849-38b0-46fc-b038-e1e17041faaa','q(1)','q(1)',NULL,'',87,0,0xFC303D2BD8F1E16B715C5F5D5EA61428F9D3D3169BCE5B6EA927833C477BD265,NULL,'q');
INSERT INTO `rules` VALUES ('d71c5488-22f9-47ec-bda9-bbbdf2a817d1','c07e7981-55ef-4538-a964-f455b8e832e9','q+(x) :- addq(x)','q+(x) :- addq(x)',NULL,'',109,2,0xE6C39169BF04CDD9C282C4DD4A0C9FC8049ACD069749B22F5B5EAA21495B8519,NULL,'q+');
INSERT INTO `rules` VALUES ('d78e3c3f-1cb5-40e5-ac35-628dec4b3443','c07e7981-55ef-4538-a964-f455b8e832e9','action(\"delq\")','action(\"delq\")',NULL,'',111,0,0xCFCB6A9639A6083AC861F6F9916E0FBA77D0AA537E5A6C712C3B241872F40AB7,NULL,'action');
INSERT INTO `rules` VALUES ('dd444f78-d3bd-40a1-bb2a-bb778d00e24d','18fe8c80-f822-4cfe-bc4d-0300077af737','sq(\'single\')','sq(\"single\")',NULL,'',104,1,0x384E465B2C3CA93AC82A11B847B0C84C46B6683FCADB37D236EBD9FFF17EBD72,NULL,'sq');
INSERT INTO `rules` VALUES ('ed18bc32-62cc-4e14-968c-cfb28ab1cb11','18fe8c80-f822-4cfe-bc4d-0300077af737','uni(\"ünï 你\")','uni(\"ünï 你\")','ünï','你',99,1,0x619EC4FF06D75A0929CB99CFBE865EB4D6BDF1FECC5418DA6DCDA27C2CE25454,NULL,'uni');
INSERT INTO `rules` VALUES ('f554b513-8087-42a2-ab6f-59ab77bbbb72','18fe8c80-f822-4cfe-bc4d-0300077af737','t(1.5, 1e3)','t(1.5, 1000)',NULL,'',103,1,0xF0FCE53EA507B4184F07BF5E4A5C1E5396AC2DCCC00680D51DB5C8BC61629370,NULL,'t');
CREATE TABLE `schema_batches` (
  `version` bigint(20) NOT NULL,
  `direction` varchar(255) NOT NULL,
  `last_key` longtext DEFAULT NULL,
  `rows_done` bigint(20) NOT NULL,
  PRIMARY KEY (`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `schema_history` (
  `number` bigint(20) NOT NULL,
  `version` bigint(20) NOT NULL,
  `name` longtext NOT NULL,
  `action` varchar(255) NOT NULL,
  `checksum` longtext NOT NULL,
  `done_at` bigint(20) NOT NULL,
  `done_by` longtext NOT NULL,
  `took` bigint(20) DEFAULT NULL,
  `reason` longtext DEFAULT NULL,
  PRIMARY KEY (`number`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
INSERT INTO `schema_history` VALUES (1,1,'initial','up','3c778b599e1bbd222c0bfb508dae87745f9e4fe3fa6996da4a7ac3d7b43545e8',1795915478649555,'statehouse 0.1.0',2491578,NULL);
INSERT INTO `schema_history` VALUES (2,2,'leases','up','7c664c7acf55c317c26c82ae94e1185f822771b8ab55f3b07fdc036df6d18b7e',1795915479037989,'statehouse 0.1.0',259559,NULL);
INSERT INTO `schema_history` VALUES (3,3,'log_start','up','7891aa36c9d0a2faef868eae6417a73f62b23e0fdb854cfe49db921373cb9f3a',1795915479546494,'statehouse 0.1.0',345063,NULL);
INSERT INTO `schema_history` VALUES (4,4,'servers','up','5c4dfe57f832c2d819456f84b8c930820a49abf26d3394aa734c21b9df16b5b7',1795915479969494,'statehouse 0.1.0',264541,NULL);
INSERT INTO `schema_history` VALUES (5,5,'disabled_rules','up','93e1ee1119968b97f2243f9eeee008a7efbff5a869103b34af1123bf4fb5d8ca',1795915480653691,'statehouse 0.1.0',457337,NULL);
INSERT INTO `schema_history` VALUES (6,6,'rule_head_table','up','d1b399345a35e7611fd3b87c2754b4f1ebcb7dce8e2ae623f0a13bbc1c451f6c',1795915481341396,'statehouse 0.1.0',560373,NULL);
INSERT INTO `schema_history` VALUES (7,7,'rule_head_tables','up','d5cca656fcfc20866c490f622b2698c4ceb1ff3f02d0848748ccd36d9301c5d7',1795915481643151,'statehouse 0.1.0',177873,NULL);
INSERT INTO `schema_history` VALUES (8,8,'rule_head_table_required','up','69128a15ae151514c9a0dd44810fb87928bbc07b37914de1bc7d5545d895651a',1795915482192297,'statehouse 0.1.0',342696,NULL);
CREATE TABLE `schema_migrations` (
  `version` bigint(20) NOT NULL,
  `name` longtext NOT NULL,
  `checksum` longtext NOT NULL,
  `applied_at` bigint(20) NOT NULL,
  `applied_by` longtext NOT NULL,
  `phase` varchar(255) NOT NULL DEFAULT 'expand',
  `requires` bigint(20) DEFAULT NULL,
  `state` varchar(255) NOT NULL DEFAULT 'applied',
  PRIMARY KEY (`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
INSERT INTO `schema_migrations` VALUES (1,'initial','3c778b599e1bbd222c0bfb508dae87745f9e4fe3fa6996da4a7ac3d7b43545e8',1795915478649555,'statehouse 0.1.0','expand',NULL,'applied');
INSERT INTO `schema_migrations` VALUES (2,'leases','7c664c7acf55c317c26c82ae94e1185f822771b8ab55f3b07fdc036df6d18b7e',1795915479037989,'statehouse 0.1.0','expand',NULL,'applied');
INSERT INTO `schema_migrations` VALUES (3,'log_start','7891aa36c9d0a2faef868eae6417a73f62b23e0fdb854cfe49db921373cb9f3a',1795915479546494,'statehouse 0.1.0','expand',NULL,'applied');
INSERT INTO `schema_migrations` VALUES (4,'servers','5c4dfe57f832c2d819456f84b8c930820a49abf26d3394aa734c21b9df16b5b7',1795915479969494,'statehouse 0.1.0','expand',NULL,'applied');
INSERT INTO `schema_migrations` VALUES (5,'disabled_rules','93e1ee1119968b97f2243f9eeee008a7efbff5a869103b34af1123bf4fb5d8ca',1795915480653691,'statehouse 0.1.0','expand',5,'applied');
INSERT INTO `schema_migrations` VALUES (6,'rule_head_table','d1b399345a35e7611fd3b87c2754b4f1ebcb7dce8e2ae623f0a13bbc1c451f6c',1795915481341396,'statehouse 0.1.0','expand',NULL,'applied');
INSERT INTO `schema_migrations` VALUES (7,'rule_head_tables','d5cca656fcfc20866c490f622b2698c4ceb1ff3f02d0848748ccd36d9301c5d7',1795915481643151,'statehouse 0.1.0','data',NULL,'applied');
INSERT INTO `schema_migrations` VALUES (8,'rule_head_table_required','69128a15ae151514c9a0dd44810fb87928bbc07b37914de1bc7d5545d895651a',1795915482192297,'statehouse 0.1.0','contract',6,'applied');
CREATE TABLE `schema_statements` (
  `version` bigint(20) NOT NULL,
  `direction` varchar(255) NOT NULL,
  `done` bigint(20) NOT NULL,
  `digest` varchar(255) NOT NULL,
  PRIMARY KEY (`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
CREATE TABLE `servers` (
  `id` varchar(255) NOT NULL,
  `name` varchar(255) NOT NULL,
  `program` varchar(255) NOT NULL,
  `oldest` bigint(20) NOT NULL CHECK (`oldest` >= 0),
  `newest` bigint(20) NOT NULL CHECK (`newest` >= 1),
  `beat` bigint(20) NOT NULL CHECK (`beat` >= 0),
  `lasts` bigint(20) NOT NULL CHECK (`lasts` > 0),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
CREATE TABLE `settings` (
  `name` varchar(255) NOT NULL,
  `value` longtext NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `settings` VALUES ('sealing_key_check','v1:e2KJyL4VDPwfZ3uYyqVShLAJjj5lSKU18MayGtJhlp2XsR9T6N8okmSAdCBXtnxFHwIGyAxOztX/BQwh+RyO9oBf8K4=');
SET FOREIGN_KEY_CHECKS = 1;
