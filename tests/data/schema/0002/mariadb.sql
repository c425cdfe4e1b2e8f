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
INSERT INTO `changes` VALUES (1,0,'policy','01a224ea-17e1-714d-8149-483763eb0f45',NULL,'{\"id\":\"01a224ea-17e1-714d-8149-483763eb0f45\",\"name\":\"classification\",\"abbreviation\":\"class\",\"description\":\"default policy\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":1,\"index\":0}}');
INSERT INTO `changes` VALUES (1,1,'policy','01a224ea-17e1-714d-8149-483870832c99',NULL,'{\"id\":\"01a224ea-17e1-714d-8149-483870832c99\",\"name\":\"action\",\"abbreviation\":\"actio\",\"description\":\"default action policy\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":1,\"index\":1}}');
INSERT INTO `changes` VALUES (2,0,'policy','01a224ea-1a57-71e0-8e1c-62a03fc58f8c',NULL,'{\"id\":\"01a224ea-1a57-71e0-8e1c-62a03fc58f8c\",\"name\":\"a_nonrecursive\",\"abbreviation\":\"nonre\",\"description\":\"nonrecursive \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":2,\"index\":0}}');
INSERT INTO `changes` VALUES (3,0,'policy','01a224ea-1b49-7255-9277-91abd193006b',NULL,'{\"id\":\"01a224ea-1b49-7255-9277-91abd193006b\",\"name\":\"a_action\",\"abbreviation\":\"actio\",\"description\":\"action \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"action\",\"created\":{\"revision\":3,\"index\":0}}');
INSERT INTO `changes` VALUES (4,0,'policy','01a224ea-1c09-7646-a1d5-a96cfb5ddfa2',NULL,'{\"id\":\"01a224ea-1c09-7646-a1d5-a96cfb5ddfa2\",\"name\":\"a_database\",\"abbreviation\":\"datab\",\"description\":\"database \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"database\",\"created\":{\"revision\":4,\"index\":0}}');
INSERT INTO `changes` VALUES (5,0,'policy','01a224ea-1cc0-7478-b83a-54224c95cdeb',NULL,'{\"id\":\"01a224ea-1cc0-7478-b83a-54224c95cdeb\",\"name\":\"a_materialized\",\"abbreviation\":\"mater\",\"description\":\"materialized \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"materialized\",\"created\":{\"revision\":5,\"index\":0}}');
INSERT INTO `changes` VALUES (6,0,'policy','01a224ea-1d88-75a7-bd96-d872e6b59415',NULL,'{\"id\":\"01a224ea-1d88-75a7-bd96-d872e6b59415\",\"name\":\"a_datasource\",\"abbreviation\":\"datas\",\"description\":\"datasource \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"datasource\",\"created\":{\"revision\":6,\"index\":0}}');
INSERT INTO `changes` VALUES (7,0,'policy','01a224ea-1e51-7470-a8b4-f000dff1bbfa',NULL,'{\"id\":\"01a224ea-1e51-7470-a8b4-f000dff1bbfa\",\"name\":\"a_z3\",\"abbreviation\":\"z3\",\"description\":\"z3 \\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"z3\",\"created\":{\"revision\":7,\"index\":0}}');
INSERT INTO `changes` VALUES (8,0,'policy','01a224ea-1f1a-779e-bf1a-65dd177153e9',NULL,'{\"id\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"name\":\"plain\",\"abbreviation\":\"plain\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":8,\"index\":0}}');
INSERT INTO `changes` VALUES (9,0,'policy','01a224ea-1fa7-74d2-9ded-860e64f6b6df',NULL,'{\"id\":\"01a224ea-1fa7-74d2-9ded-860e64f6b6df\",\"name\":\"Plain\",\"abbreviation\":\"Plain\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":9,\"index\":0}}');
INSERT INTO `changes` VALUES (10,0,'policy','01a224ea-2075-7572-a223-bbc1d0b5ed72',NULL,'{\"id\":\"01a224ea-2075-7572-a223-bbc1d0b5ed72\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":10,\"index\":0}}');
INSERT INTO `changes` VALUES (11,0,'policy','01a224ea-2149-762b-9c47-4557a5b77c4b',NULL,'{\"id\":\"01a224ea-2149-762b-9c47-4557a5b77c4b\",\"name\":\"with.dots\",\"abbreviation\":\"with.\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":11,\"index\":0}}');
INSERT INTO `changes` VALUES (12,0,'table','plain:p',NULL,'{\"policy\":\"plain\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":12,\"index\":0}}');
INSERT INTO `changes` VALUES (12,1,'rule','01a224ea-2240-77ff-b45e-ac7f60246f33',NULL,'{\"id\":\"01a224ea-2240-77ff-b45e-ac7f60246f33\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":12,\"index\":1}}');
INSERT INTO `changes` VALUES (13,0,'rule','01a224ea-2303-73d8-b38b-fff5a1a4e945',NULL,'{\"id\":\"01a224ea-2303-73d8-b38b-fff5a1a4e945\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"p(\\\"two\\\")\",\"identity\":\"p(\\\"two\\\")\",\"name\":\"two\",\"comment\":\"said so\",\"created\":{\"revision\":13,\"index\":0}}');
INSERT INTO `changes` VALUES (14,0,'table','plain:q',NULL,'{\"policy\":\"plain\",\"name\":\"q\",\"columns\":1,\"created\":{\"revision\":14,\"index\":0}}');
INSERT INTO `changes` VALUES (14,1,'table','plain:r',NULL,'{\"policy\":\"plain\",\"name\":\"r\",\"columns\":1,\"created\":{\"revision\":14,\"index\":1}}');
INSERT INTO `changes` VALUES (14,2,'rule','01a224ea-23f5-7465-beab-366f42d70a38',NULL,'{\"id\":\"01a224ea-23f5-7465-beab-366f42d70a38\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"q(x) :- p(x), not r(x)\",\"identity\":\"q(x) :- not r(x), p(x)\",\"name\":\"a rule\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":14,\"index\":2}}');
INSERT INTO `changes` VALUES (15,0,'rule','01a224ea-24d2-776a-bd49-27708068b4d0',NULL,'{\"id\":\"01a224ea-24d2-776a-bd49-27708068b4d0\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"r(3)\",\"identity\":\"r(3)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":15,\"index\":0}}');
INSERT INTO `changes` VALUES (16,0,'table','plain:s',NULL,'{\"policy\":\"plain\",\"name\":\"s\",\"columns\":2,\"created\":{\"revision\":16,\"index\":0}}');
INSERT INTO `changes` VALUES (16,1,'table','inventory:hosts',NULL,'{\"policy\":\"inventory\",\"name\":\"hosts\",\"columns\":2,\"created\":{\"revision\":16,\"index\":1}}');
INSERT INTO `changes` VALUES (16,2,'rule','01a224ea-25a2-7075-943d-1151383f4172',NULL,'{\"id\":\"01a224ea-25a2-7075-943d-1151383f4172\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"s(x, y) :- p(x), inventory:hosts(y, 1)\",\"identity\":\"s(x, y) :- inventory:hosts(y, 1), p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":16,\"index\":2}}');
INSERT INTO `changes` VALUES (17,0,'table','plain:inner',NULL,'{\"policy\":\"plain\",\"name\":\"inner\",\"columns\":2,\"created\":{\"revision\":17,\"index\":0}}');
INSERT INTO `changes` VALUES (17,1,'rule','01a224ea-26c1-742c-b78f-6c84054c74ee',NULL,'{\"id\":\"01a224ea-26c1-742c-b78f-6c84054c74ee\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"inner(x, z) :- s(x, y), s(y, z), not q(z)\",\"identity\":\"inner(x, z) :- not q(z), s(x, y), s(y, z)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":17,\"index\":1}}');
INSERT INTO `changes` VALUES (18,0,'rule','01a224ea-2792-7090-bad4-58e3d91b4143',NULL,'{\"id\":\"01a224ea-2792-7090-bad4-58e3d91b4143\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"p(-9223372036854775808)\",\"identity\":\"p(-9223372036854775808)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":18,\"index\":0}}');
INSERT INTO `changes` VALUES (19,0,'rule','01a224ea-2871-76e5-99ef-b5d1a21e1645',NULL,'{\"id\":\"01a224ea-2871-76e5-99ef-b5d1a21e1645\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"p(2.5)\",\"identity\":\"p(2.5)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":19,\"index\":0}}');
INSERT INTO `changes` VALUES (20,0,'rule','01a224ea-2932-7500-b83b-0d52279e68bc',NULL,'{\"id\":\"01a224ea-2932-7500-b83b-0d52279e68bc\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"p(\\\"\\u001a and 50% of it\'s 中文 😀\\\")\",\"identity\":\"p(\\\"\\u001a and 50% of it\'s 中文 😀\\\")\",\"name\":\"odd \\u001a\",\"comment\":\"\",\"created\":{\"revision\":20,\"index\":0}}');
INSERT INTO `changes` VALUES (21,0,'table','plain:long',NULL,'{\"policy\":\"plain\",\"name\":\"long\",\"columns\":40,\"created\":{\"revision\":21,\"index\":0}}');
INSERT INTO `changes` VALUES (21,1,'rule','01a224ea-29f1-7548-b1a7-6d1abf9f9231',NULL,'{\"id\":\"01a224ea-29f1-7548-b1a7-6d1abf9f9231\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"long(\\\"0\\\", \\\"1\\\", \\\"2\\\", \\\"3\\\", \\\"4\\\", \\\"5\\\", \\\"6\\\", \\\"7\\\", \\\"8\\\", \\\"9\\\", \\\"10\\\", \\\"11\\\", \\\"12\\\", \\\"13\\\", \\\"14\\\", \\\"15\\\", \\\"16\\\", \\\"17\\\", \\\"18\\\", \\\"19\\\", \\\"20\\\", \\\"21\\\", \\\"22\\\", \\\"23\\\", \\\"24\\\", \\\"25\\\", \\\"26\\\", \\\"27\\\", \\\"28\\\", \\\"29\\\", \\\"30\\\", \\\"31\\\", \\\"32\\\", \\\"33\\\", \\\"34\\\", \\\"35\\\", \\\"36\\\", \\\"37\\\", \\\"38\\\", \\\"39\\\")\",\"identity\":\"long(\\\"0\\\", \\\"1\\\", \\\"2\\\", \\\"3\\\", \\\"4\\\", \\\"5\\\", \\\"6\\\", \\\"7\\\", \\\"8\\\", \\\"9\\\", \\\"10\\\", \\\"11\\\", \\\"12\\\", \\\"13\\\", \\\"14\\\", \\\"15\\\", \\\"16\\\", \\\"17\\\", \\\"18\\\", \\\"19\\\", \\\"20\\\", \\\"21\\\", \\\"22\\\", \\\"23\\\", \\\"24\\\", \\\"25\\\", \\\"26\\\", \\\"27\\\", \\\"28\\\", \\\"29\\\", \\\"30\\\", \\\"31\\\", \\\"32\\\", \\\"33\\\", \\\"34\\\", \\\"35\\\", \\\"36\\\", \\\"37\\\", \\\"38\\\", \\\"39\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":21,\"index\":1}}');
INSERT INTO `changes` VALUES (22,0,'table','plain:safe',NULL,'{\"policy\":\"plain\",\"name\":\"safe\",\"columns\":1,\"created\":{\"revision\":22,\"index\":0}}');
INSERT INTO `changes` VALUES (22,1,'table','Plain:p',NULL,'{\"policy\":\"Plain\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":22,\"index\":1}}');
INSERT INTO `changes` VALUES (22,2,'rule','01a224ea-2add-75bc-81c0-9eff59e414cb',NULL,'{\"id\":\"01a224ea-2add-75bc-81c0-9eff59e414cb\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"safe(x) :- Plain:p(x)\",\"identity\":\"safe(x) :- Plain:p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":22,\"index\":2}}');
INSERT INTO `changes` VALUES (23,0,'table','plain:lower',NULL,'{\"policy\":\"plain\",\"name\":\"lower\",\"columns\":1,\"created\":{\"revision\":23,\"index\":0}}');
INSERT INTO `changes` VALUES (23,1,'rule','01a224ea-2bb9-73a2-b609-4f2b6347cd2f',NULL,'{\"id\":\"01a224ea-2bb9-73a2-b609-4f2b6347cd2f\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"lower(x) :- p(x), builtin:lt(x, 3)\",\"identity\":\"lower(x) :- builtin:lt(x, 3), p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":23,\"index\":1}}');
INSERT INTO `changes` VALUES (24,0,'table','plain:nul',NULL,'{\"policy\":\"plain\",\"name\":\"nul\",\"columns\":1,\"created\":{\"revision\":24,\"index\":0}}');
INSERT INTO `changes` VALUES (24,1,'rule','01a224ea-2ca3-7494-948f-528174590b08',NULL,'{\"id\":\"01a224ea-2ca3-7494-948f-528174590b08\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"nul(\\\"a\\\\u0000b\\u0000\\\")\",\"identity\":\"nul(\\\"a\\\\u0000b\\u0000\\\")\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":24,\"index\":1}}');
INSERT INTO `changes` VALUES (25,0,'table','plain:P',NULL,'{\"policy\":\"plain\",\"name\":\"P\",\"columns\":1,\"created\":{\"revision\":25,\"index\":0}}');
INSERT INTO `changes` VALUES (25,1,'rule','01a224ea-2d7b-731b-b0c9-99d6e9d07a8f',NULL,'{\"id\":\"01a224ea-2d7b-731b-b0c9-99d6e9d07a8f\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"P(1)\",\"identity\":\"P(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":25,\"index\":1}}');
INSERT INTO `changes` VALUES (26,0,'table','plain:none',NULL,'{\"policy\":\"plain\",\"name\":\"none\",\"columns\":0,\"created\":{\"revision\":26,\"index\":0}}');
INSERT INTO `changes` VALUES (26,1,'rule','01a224ea-2e1d-72e1-bb99-75f5dd511515',NULL,'{\"id\":\"01a224ea-2e1d-72e1-bb99-75f5dd511515\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"none()\",\"identity\":\"none()\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":26,\"index\":1}}');
INSERT INTO `changes` VALUES (27,0,'rule','01a224ea-2edd-72d4-b838-0e4aa4d5a571',NULL,'{\"id\":\"01a224ea-2edd-72d4-b838-0e4aa4d5a571\",\"policy\":\"01a224ea-1fa7-74d2-9ded-860e64f6b6df\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":27,\"index\":0}}');
INSERT INTO `changes` VALUES (28,0,'rule','01a224ea-2f94-72fd-9853-59fbb761a7fb',NULL,'{\"id\":\"01a224ea-2f94-72fd-9853-59fbb761a7fb\",\"policy\":\"01a224ea-1fa7-74d2-9ded-860e64f6b6df\",\"text\":\"p(2)\",\"identity\":\"p(2)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":28,\"index\":0}}');
INSERT INTO `changes` VALUES (29,0,'table','Plain:e',NULL,'{\"policy\":\"Plain\",\"name\":\"e\",\"columns\":1,\"created\":{\"revision\":29,\"index\":0}}');
INSERT INTO `changes` VALUES (29,1,'rule','01a224ea-3022-767c-a915-658214e00396',NULL,'{\"id\":\"01a224ea-3022-767c-a915-658214e00396\",\"policy\":\"01a224ea-1fa7-74d2-9ded-860e64f6b6df\",\"text\":\"e(x) :- plain:q(x)\",\"identity\":\"e(x) :- plain:q(x)\",\"name\":\"n\",\"comment\":\"c\",\"created\":{\"revision\":29,\"index\":1}}');
INSERT INTO `changes` VALUES (30,0,'table','a_action:p',NULL,'{\"policy\":\"a_action\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":30,\"index\":0}}');
INSERT INTO `changes` VALUES (30,1,'rule','01a224ea-30fc-70bb-8643-cc8e56ed6b63',NULL,'{\"id\":\"01a224ea-30fc-70bb-8643-cc8e56ed6b63\",\"policy\":\"01a224ea-1b49-7255-9277-91abd193006b\",\"text\":\"execute[nova:disconnect(x)] :- p(x)\",\"identity\":\"execute[nova:disconnect(x)] :- p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":30,\"index\":1}}');
INSERT INTO `changes` VALUES (31,0,'table','a_action:disconnect',NULL,'{\"policy\":\"a_action\",\"name\":\"disconnect\",\"columns\":1,\"created\":{\"revision\":31,\"index\":0}}');
INSERT INTO `changes` VALUES (31,1,'rule','01a224ea-31cf-7255-bb56-8af4e38cd1d0',NULL,'{\"id\":\"01a224ea-31cf-7255-bb56-8af4e38cd1d0\",\"policy\":\"01a224ea-1b49-7255-9277-91abd193006b\",\"text\":\"disconnect(x) :- p(x)\",\"identity\":\"disconnect(x) :- p(x)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":31,\"index\":1}}');
INSERT INTO `changes` VALUES (32,0,'table','going:gone',NULL,'{\"policy\":\"going\",\"name\":\"gone\",\"columns\":1,\"created\":{\"revision\":32,\"index\":0}}');
INSERT INTO `changes` VALUES (32,1,'rule','01a224ea-32c1-772a-ab29-78cc86761910',NULL,'{\"id\":\"01a224ea-32c1-772a-ab29-78cc86761910\",\"policy\":\"01a224ea-2075-7572-a223-bbc1d0b5ed72\",\"text\":\"gone(1)\",\"identity\":\"gone(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":32,\"index\":1}}');
INSERT INTO `changes` VALUES (33,0,'table','with.dots:u',NULL,'{\"policy\":\"with.dots\",\"name\":\"u\",\"columns\":1,\"created\":{\"revision\":33,\"index\":0}}');
INSERT INTO `changes` VALUES (33,1,'rule','01a224ea-33ad-768c-9829-8dd78457caba',NULL,'{\"id\":\"01a224ea-33ad-768c-9829-8dd78457caba\",\"policy\":\"01a224ea-2149-762b-9c47-4557a5b77c4b\",\"text\":\"u(\\\"中\\\")\",\"identity\":\"u(\\\"中\\\")\",\"name\":null,\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":33,\"index\":1}}');
INSERT INTO `changes` VALUES (34,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":34,\"index\":0}}');
INSERT INTO `changes` VALUES (34,1,'rule','01a224ea-345c-7732-a3de-b55f9a3a8a23',NULL,'{\"id\":\"01a224ea-345c-7732-a3de-b55f9a3a8a23\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":34,\"index\":1}}');
INSERT INTO `changes` VALUES (35,0,'rule','01a224ea-345c-7732-a3de-b55f9a3a8a23','{\"id\":\"01a224ea-345c-7732-a3de-b55f9a3a8a23\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":34,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (35,1,'table','plain:out','{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":34,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (36,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":36,\"index\":0}}');
INSERT INTO `changes` VALUES (36,1,'rule','01a224ea-35cf-76b6-aa1d-d6a3f00460ee',NULL,'{\"id\":\"01a224ea-35cf-76b6-aa1d-d6a3f00460ee\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"out(x) :- p(x)\",\"identity\":\"out(x) :- p(x)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":36,\"index\":1}}');
INSERT INTO `changes` VALUES (37,0,'rule','01a224ea-35cf-76b6-aa1d-d6a3f00460ee','{\"id\":\"01a224ea-35cf-76b6-aa1d-d6a3f00460ee\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"out(x) :- p(x)\",\"identity\":\"out(x) :- p(x)\",\"name\":\"out\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"created\":{\"revision\":36,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (37,1,'table','plain:out','{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":36,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (38,0,'table','plain:out',NULL,'{\"policy\":\"plain\",\"name\":\"out\",\"columns\":1,\"created\":{\"revision\":38,\"index\":0}}');
INSERT INTO `changes` VALUES (38,1,'rule','01a224ea-374e-71d9-b5ea-d9f8aaaeb418',NULL,'{\"id\":\"01a224ea-374e-71d9-b5ea-d9f8aaaeb418\",\"policy\":\"01a224ea-1f1a-779e-bf1a-65dd177153e9\",\"text\":\"out(1)\",\"identity\":\"out(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":38,\"index\":1}}');
INSERT INTO `changes` VALUES (39,0,'rule','01a224ea-32c1-772a-ab29-78cc86761910','{\"id\":\"01a224ea-32c1-772a-ab29-78cc86761910\",\"policy\":\"01a224ea-2075-7572-a223-bbc1d0b5ed72\",\"text\":\"gone(1)\",\"identity\":\"gone(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":32,\"index\":1}}',NULL);
INSERT INTO `changes` VALUES (39,1,'table','going:gone','{\"policy\":\"going\",\"name\":\"gone\",\"columns\":1,\"created\":{\"revision\":32,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (40,0,'policy','01a224ea-2075-7572-a223-bbc1d0b5ed72','{\"id\":\"01a224ea-2075-7572-a223-bbc1d0b5ed72\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":10,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (41,0,'library_policy','01a224ea-39b9-77aa-b4c4-e0b89344e4b0',NULL,'{\"id\":\"01a224ea-39b9-77aa-b4c4-e0b89344e4b0\",\"name\":\"empty\",\"abbreviation\":\"empty\",\"description\":\"\",\"kind\":\"nonrecursive\",\"rules\":[],\"created\":{\"revision\":41,\"index\":0}}');
INSERT INTO `changes` VALUES (42,0,'library_policy','01a224ea-3a72-74e1-819f-6c64024ea969',NULL,'{\"id\":\"01a224ea-3a72-74e1-819f-6c64024ea969\",\"name\":\"plain\",\"abbreviation\":\"pl\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"kind\":\"action\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"one\",\"comment\":\"c\"},{\"rule\":\"p(2)\"},{\"rule\":\"q(x) :- p(x)\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"note\":\"an extra field\",\"deep\":{\"a\":[1,2.5,null,true,\"\\u001a\"]}},{\"rule\":\"p(\\\"\\u0000\\\")\",\"nul\":\"\\u0000\"}],\"created\":{\"revision\":42,\"index\":0}}');
INSERT INTO `changes` VALUES (43,0,'library_policy','01a224ea-3b1a-771f-b209-323aa88c1642',NULL,'{\"id\":\"01a224ea-3b1a-771f-b209-323aa88c1642\",\"name\":\"of_old\",\"abbreviation\":\"of_ol\",\"description\":\"replaced\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"before\"}],\"created\":{\"revision\":43,\"index\":0}}');
INSERT INTO `changes` VALUES (44,0,'library_policy','01a224ea-3bae-758e-95e9-00e3ba203990',NULL,'{\"id\":\"01a224ea-3bae-758e-95e9-00e3ba203990\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"deleted\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\"},{\"rule\":\"p(1)\"},{\"rule\":\"p(2)\"},{\"rule\":\"p(3)\"},{\"rule\":\"p(4)\"}],\"created\":{\"revision\":44,\"index\":0}}');
INSERT INTO `changes` VALUES (45,0,'library_policy','01a224ea-3c5a-7509-b5a1-a92a850f61be',NULL,'{\"id\":\"01a224ea-3c5a-7509-b5a1-a92a850f61be\",\"name\":\"many\",\"abbreviation\":\"many\",\"description\":\"many\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\",\"name\":\"0\",\"weight\":0},{\"rule\":\"p(1)\",\"name\":\"1\",\"weight\":1},{\"rule\":\"p(2)\",\"name\":\"2\",\"weight\":2},{\"rule\":\"p(3)\",\"name\":\"3\",\"weight\":3},{\"rule\":\"p(4)\",\"name\":\"4\",\"weight\":4},{\"rule\":\"p(5)\",\"name\":\"5\",\"weight\":5},{\"rule\":\"p(6)\",\"name\":\"6\",\"weight\":6},{\"rule\":\"p(7)\",\"name\":\"7\",\"weight\":7},{\"rule\":\"p(8)\",\"name\":\"8\",\"weight\":8},{\"rule\":\"p(9)\",\"name\":\"9\",\"weight\":9},{\"rule\":\"p(10)\",\"name\":\"10\",\"weight\":10},{\"rule\":\"p(11)\",\"name\":\"11\",\"weight\":11},{\"rule\":\"p(12)\",\"name\":\"12\",\"weight\":12},{\"rule\":\"p(13)\",\"name\":\"13\",\"weight\":13},{\"rule\":\"p(14)\",\"name\":\"14\",\"weight\":14},{\"rule\":\"p(15)\",\"name\":\"15\",\"weight\":15},{\"rule\":\"p(16)\",\"name\":\"16\",\"weight\":16},{\"rule\":\"p(17)\",\"name\":\"17\",\"weight\":17},{\"rule\":\"p(18)\",\"name\":\"18\",\"weight\":18},{\"rule\":\"p(19)\",\"name\":\"19\",\"weight\":19},{\"rule\":\"p(20)\",\"name\":\"20\",\"weight\":20},{\"rule\":\"p(21)\",\"name\":\"21\",\"weight\":21},{\"rule\":\"p(22)\",\"name\":\"22\",\"weight\":22},{\"rule\":\"p(23)\",\"name\":\"23\",\"weight\":23}],\"created\":{\"revision\":45,\"index\":0}}');
INSERT INTO `changes` VALUES (46,0,'library_policy','01a224ea-3b1a-771f-b209-323aa88c1642','{\"id\":\"01a224ea-3b1a-771f-b209-323aa88c1642\",\"name\":\"of_old\",\"abbreviation\":\"of_ol\",\"description\":\"replaced\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(1)\",\"name\":\"before\"}],\"created\":{\"revision\":43,\"index\":0}}','{\"id\":\"01a224ea-3b1a-771f-b209-323aa88c1642\",\"name\":\"anew\",\"abbreviation\":\"new\",\"description\":\"put\",\"kind\":\"database\",\"rules\":[{\"rule\":\"b(1)\",\"name\":\"after\",\"extra\":[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]},{\"rule\":\"b(2)\",\"comment\":\"c\"}],\"created\":{\"revision\":43,\"index\":0}}');
INSERT INTO `changes` VALUES (47,0,'library_policy','01a224ea-3bae-758e-95e9-00e3ba203990','{\"id\":\"01a224ea-3bae-758e-95e9-00e3ba203990\",\"name\":\"going\",\"abbreviation\":\"going\",\"description\":\"deleted\",\"kind\":\"nonrecursive\",\"rules\":[{\"rule\":\"p(0)\"},{\"rule\":\"p(1)\"},{\"rule\":\"p(2)\"},{\"rule\":\"p(3)\"},{\"rule\":\"p(4)\"}],\"created\":{\"revision\":44,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (48,0,'policy','01a224ea-3e8d-74df-8c27-4b32b8d15c18',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"name\":\"many\",\"abbreviation\":\"many\",\"description\":\"many\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":48,\"index\":0}}');
INSERT INTO `changes` VALUES (48,1,'table','many:p',NULL,'{\"policy\":\"many\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":48,\"index\":1}}');
INSERT INTO `changes` VALUES (48,2,'rule','01a224ea-3e8d-74df-8c27-4b334dfb6039',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b334dfb6039\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(0)\",\"identity\":\"p(0)\",\"name\":\"0\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":2}}');
INSERT INTO `changes` VALUES (48,3,'rule','01a224ea-3e8d-74df-8c27-4b340897bccb',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b340897bccb\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":\"1\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":3}}');
INSERT INTO `changes` VALUES (48,4,'rule','01a224ea-3e8d-74df-8c27-4b357665aa4d',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b357665aa4d\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(2)\",\"identity\":\"p(2)\",\"name\":\"2\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":4}}');
INSERT INTO `changes` VALUES (48,5,'rule','01a224ea-3e8d-74df-8c27-4b366b085089',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b366b085089\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(3)\",\"identity\":\"p(3)\",\"name\":\"3\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":5}}');
INSERT INTO `changes` VALUES (48,6,'rule','01a224ea-3e8d-74df-8c27-4b37f85b8dcc',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b37f85b8dcc\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(4)\",\"identity\":\"p(4)\",\"name\":\"4\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":6}}');
INSERT INTO `changes` VALUES (48,7,'rule','01a224ea-3e8d-74df-8c27-4b38984b0fc7',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b38984b0fc7\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(5)\",\"identity\":\"p(5)\",\"name\":\"5\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":7}}');
INSERT INTO `changes` VALUES (48,8,'rule','01a224ea-3e8d-74df-8c27-4b39ddb29d4d',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b39ddb29d4d\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(6)\",\"identity\":\"p(6)\",\"name\":\"6\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":8}}');
INSERT INTO `changes` VALUES (48,9,'rule','01a224ea-3e8d-74df-8c27-4b3a8cc4e8d1',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b3a8cc4e8d1\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(7)\",\"identity\":\"p(7)\",\"name\":\"7\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":9}}');
INSERT INTO `changes` VALUES (48,10,'rule','01a224ea-3e8d-74df-8c27-4b3b10843e67',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b3b10843e67\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(8)\",\"identity\":\"p(8)\",\"name\":\"8\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":10}}');
INSERT INTO `changes` VALUES (48,11,'rule','01a224ea-3e8d-74df-8c27-4b3cee1113b5',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b3cee1113b5\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(9)\",\"identity\":\"p(9)\",\"name\":\"9\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":11}}');
INSERT INTO `changes` VALUES (48,12,'rule','01a224ea-3e8d-74df-8c27-4b3d04672696',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b3d04672696\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(10)\",\"identity\":\"p(10)\",\"name\":\"10\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":12}}');
INSERT INTO `changes` VALUES (48,13,'rule','01a224ea-3e8d-74df-8c27-4b3eedf5055d',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b3eedf5055d\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(11)\",\"identity\":\"p(11)\",\"name\":\"11\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":13}}');
INSERT INTO `changes` VALUES (48,14,'rule','01a224ea-3e8d-74df-8c27-4b3fa5dc1d6c',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b3fa5dc1d6c\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(12)\",\"identity\":\"p(12)\",\"name\":\"12\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":14}}');
INSERT INTO `changes` VALUES (48,15,'rule','01a224ea-3e8d-74df-8c27-4b40d06a6f6d',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b40d06a6f6d\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(13)\",\"identity\":\"p(13)\",\"name\":\"13\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":15}}');
INSERT INTO `changes` VALUES (48,16,'rule','01a224ea-3e8d-74df-8c27-4b41a67e52fd',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b41a67e52fd\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(14)\",\"identity\":\"p(14)\",\"name\":\"14\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":16}}');
INSERT INTO `changes` VALUES (48,17,'rule','01a224ea-3e8d-74df-8c27-4b4221badf22',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b4221badf22\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(15)\",\"identity\":\"p(15)\",\"name\":\"15\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":17}}');
INSERT INTO `changes` VALUES (48,18,'rule','01a224ea-3e8d-74df-8c27-4b43e5f76030',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b43e5f76030\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(16)\",\"identity\":\"p(16)\",\"name\":\"16\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":18}}');
INSERT INTO `changes` VALUES (48,19,'rule','01a224ea-3e8d-74df-8c27-4b443865956f',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b443865956f\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(17)\",\"identity\":\"p(17)\",\"name\":\"17\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":19}}');
INSERT INTO `changes` VALUES (48,20,'rule','01a224ea-3e8d-74df-8c27-4b457b143c8b',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b457b143c8b\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(18)\",\"identity\":\"p(18)\",\"name\":\"18\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":20}}');
INSERT INTO `changes` VALUES (48,21,'rule','01a224ea-3e8d-74df-8c27-4b464bf71ae5',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b464bf71ae5\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(19)\",\"identity\":\"p(19)\",\"name\":\"19\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":21}}');
INSERT INTO `changes` VALUES (48,22,'rule','01a224ea-3e8d-74df-8c27-4b479c4bfc68',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b479c4bfc68\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(20)\",\"identity\":\"p(20)\",\"name\":\"20\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":22}}');
INSERT INTO `changes` VALUES (48,23,'rule','01a224ea-3e8d-74df-8c27-4b48fdc6409d',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b48fdc6409d\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(21)\",\"identity\":\"p(21)\",\"name\":\"21\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":23}}');
INSERT INTO `changes` VALUES (48,24,'rule','01a224ea-3e8d-74df-8c27-4b49002ef7ce',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b49002ef7ce\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(22)\",\"identity\":\"p(22)\",\"name\":\"22\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":24}}');
INSERT INTO `changes` VALUES (48,25,'rule','01a224ea-3e8d-74df-8c27-4b4ac53d913a',NULL,'{\"id\":\"01a224ea-3e8d-74df-8c27-4b4ac53d913a\",\"policy\":\"01a224ea-3e8d-74df-8c27-4b32b8d15c18\",\"text\":\"p(23)\",\"identity\":\"p(23)\",\"name\":\"23\",\"comment\":\"\",\"created\":{\"revision\":48,\"index\":25}}');
INSERT INTO `changes` VALUES (49,0,'data_source','01a224ea-41f7-7623-bd51-ee2ef440236a',NULL,'{\"id\":\"01a224ea-41f7-7623-bd51-ee2ef440236a\",\"name\":\"inventory\",\"driver\":\"push\",\"description\":\"what is where\",\"type\":null,\"enabled\":true,\"config\":{\"description\":\"pushed\"},\"created\":{\"revision\":49,\"index\":0}}');
INSERT INTO `changes` VALUES (50,0,'data_source','01a224ea-4292-7108-b717-333a158ed4a4',NULL,'{\"id\":\"01a224ea-4292-7108-b717-333a158ed4a4\",\"name\":\"safe\",\"driver\":\"vault\",\"description\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:NGKoffbNc0X7u1jqpGBXax3TjTGOCOxMGh5Nn4Lq+3E8beU7ZwUFwmVeY0PikaEv7FxCnc7f7807b94TEJA8WYLoyEbOpp9L0nkpuNR2PY311sZndO/py1kOCRTP2ndRIru3FYbAKKx9AQ==\"},\"url\":\"http://vault\"},\"created\":{\"revision\":50,\"index\":0}}');
INSERT INTO `changes` VALUES (51,0,'data_source','01a224ea-438d-7371-ad19-d69c0b9b6336',NULL,'{\"id\":\"01a224ea-438d-7371-ad19-d69c0b9b6336\",\"name\":\"off\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":false,\"config\":{\"password\":{\"$sealed\":\"v1:9A+Z045PMz6t8n/wQNATpofqHixQhoiIJMcIpabFGTzenJfAQ9NKwesl\"},\"url\":\"http://off\"},\"created\":{\"revision\":51,\"index\":0}}');
INSERT INTO `changes` VALUES (52,0,'data_source','01a224ea-4430-70da-9b41-6b8093a2b8d4',NULL,'{\"id\":\"01a224ea-4430-70da-9b41-6b8093a2b8d4\",\"name\":\"gone\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:GSwTaHNdlfQyEt6vvzIo37/OIpGtDMEIhkBIjXquTSQZtJBO7mBhoNLZoegOnqJAUAfapA==\"},\"url\":\"http://gone\"},\"created\":{\"revision\":52,\"index\":0}}');
INSERT INTO `changes` VALUES (53,0,'rows','01a224ea-41f7-7623-bd51-ee2ef440236a:hosts',NULL,'{\"table\":{\"data_source\":\"01a224ea-41f7-7623-bd51-ee2ef440236a\",\"name\":\"hosts\",\"updates\":1,\"updated_at\":1795915662629000,\"created\":{\"revision\":53,\"index\":0}},\"rows\":[[1.5,9223372036854775807],[\"\",-1],[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",1],[\"a\",1],[\"b\",2],[\"nul \\u0000 \\u001a1\",1]]}');
INSERT INTO `changes` VALUES (54,0,'rows','01a224ea-41f7-7623-bd51-ee2ef440236a:Hosts',NULL,'{\"table\":{\"data_source\":\"01a224ea-41f7-7623-bd51-ee2ef440236a\",\"name\":\"Hosts\",\"updates\":1,\"updated_at\":1795915662804132,\"created\":{\"revision\":54,\"index\":0}},\"rows\":[[\"A\"]]}');
INSERT INTO `changes` VALUES (55,0,'rows','01a224ea-41f7-7623-bd51-ee2ef440236a:emptied',NULL,'{\"table\":{\"data_source\":\"01a224ea-41f7-7623-bd51-ee2ef440236a\",\"name\":\"emptied\",\"updates\":1,\"updated_at\":1795915662968762,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[[1],[2]]}');
INSERT INTO `changes` VALUES (56,0,'rows','01a224ea-41f7-7623-bd51-ee2ef440236a:emptied','{\"table\":{\"data_source\":\"01a224ea-41f7-7623-bd51-ee2ef440236a\",\"name\":\"emptied\",\"updates\":1,\"updated_at\":1795915662968762,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[[1],[2]]}','{\"table\":{\"data_source\":\"01a224ea-41f7-7623-bd51-ee2ef440236a\",\"name\":\"emptied\",\"updates\":2,\"updated_at\":1795915663234754,\"created\":{\"revision\":55,\"index\":0}},\"rows\":[]}');
INSERT INTO `changes` VALUES (57,0,'rows','01a224ea-4292-7108-b717-333a158ed4a4:sealed',NULL,'{\"table\":{\"data_source\":\"01a224ea-4292-7108-b717-333a158ed4a4\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915663409124,\"created\":{\"revision\":57,\"index\":0}},\"rows\":[[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"],[\"x\"]]}');
INSERT INTO `changes` VALUES (58,0,'rows','01a224ea-4430-70da-9b41-6b8093a2b8d4:sealed',NULL,'{\"table\":{\"data_source\":\"01a224ea-4430-70da-9b41-6b8093a2b8d4\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915663670362,\"created\":{\"revision\":58,\"index\":0}},\"rows\":[[\"y\"]]}');
INSERT INTO `changes` VALUES (59,0,'rows','01a224ea-4430-70da-9b41-6b8093a2b8d4:sealed','{\"table\":{\"data_source\":\"01a224ea-4430-70da-9b41-6b8093a2b8d4\",\"name\":\"sealed\",\"updates\":1,\"updated_at\":1795915663670362,\"created\":{\"revision\":58,\"index\":0}},\"rows\":[[\"y\"]]}',NULL);
INSERT INTO `changes` VALUES (59,1,'data_source','01a224ea-4430-70da-9b41-6b8093a2b8d4','{\"id\":\"01a224ea-4430-70da-9b41-6b8093a2b8d4\",\"name\":\"gone\",\"driver\":\"vault\",\"description\":null,\"type\":null,\"enabled\":true,\"config\":{\"password\":{\"$sealed\":\"v1:80bs3RJpUtSVYKjhIqYyLfAuzs8t+qgy1lsu8bTlEfPlLvYx9+ae02NSI82ba2cO3GHWTw==\"},\"url\":\"http://gone\"},\"created\":{\"revision\":52,\"index\":0}}',NULL);
INSERT INTO `changes` VALUES (60,0,'policy','01a224ea-4f5c-729d-9a80-30f4098f988d',NULL,'{\"id\":\"01a224ea-4f5c-729d-9a80-30f4098f988d\",\"name\":\"late\",\"abbreviation\":\"late\",\"description\":\"made by a server that had started again\",\"owner\":\"user\",\"kind\":\"nonrecursive\",\"created\":{\"revision\":60,\"index\":0}}');
INSERT INTO `changes` VALUES (61,0,'table','late:p',NULL,'{\"policy\":\"late\",\"name\":\"p\",\"columns\":1,\"created\":{\"revision\":61,\"index\":0}}');
INSERT INTO `changes` VALUES (61,1,'rule','01a224ea-5085-718b-a369-3fdd34b0b99a',NULL,'{\"id\":\"01a224ea-5085-718b-a369-3fdd34b0b99a\",\"policy\":\"01a224ea-4f5c-729d-9a80-30f4098f988d\",\"text\":\"p(1)\",\"identity\":\"p(1)\",\"name\":null,\"comment\":\"\",\"created\":{\"revision\":61,\"index\":1}}');
CREATE TABLE `commits` (
  `revision` bigint(20) NOT NULL,
  `committed_at` bigint(20) NOT NULL,
  `actor` longtext NOT NULL,
  `request_id` longtext NOT NULL,
  `batch` varchar(255) NOT NULL,
  PRIMARY KEY (`revision`),
  KEY `commits_by_batch` (`batch`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `commits` VALUES (1,1795915651055071,'statehouse','','01a224ea-17ef-706a-ab0c-4fbc061f97d3');
INSERT INTO `commits` VALUES (2,1795915651672390,'anonymous','req-592cfde6-88e8-4221-85aa-bb558105b4d2','01a224ea-1a58-77f1-8d38-d486fe55c9f3');
INSERT INTO `commits` VALUES (3,1795915651938712,'anonymous','req-ecb7bb76-3021-4ecb-b8d1-747c4632227d','01a224ea-1b62-73f2-acc4-aba000f693cf');
INSERT INTO `commits` VALUES (4,1795915652108370,'anonymous','req-e7098812-6ca0-4fe1-8cfc-a81929cf1062','01a224ea-1c0c-7429-a04b-1b594bfbe1f9');
INSERT INTO `commits` VALUES (5,1795915652288327,'anonymous','req-c48e72eb-aed5-4628-9269-01f92fa5772f','01a224ea-1cc0-7478-b83a-54239b23ec29');
INSERT INTO `commits` VALUES (6,1795915652500308,'anonymous','req-56852835-9323-40e3-893e-6fbfd563d96e','01a224ea-1d94-751d-803e-67fe79928612');
INSERT INTO `commits` VALUES (7,1795915652691738,'anonymous','req-3637e80e-be28-46a2-b4b2-a5b1a81d6727','01a224ea-1e53-76b9-80bb-a587690d2bd2');
INSERT INTO `commits` VALUES (8,1795915652905013,'anonymous','req-59ab1f2b-fd7c-43f8-8f68-5772db70115e','01a224ea-1f28-712c-b460-1d314104ecc4');
INSERT INTO `commits` VALUES (9,1795915653044320,'anonymous','req-46842763-7b8d-4b30-9b43-445db0ed19b4','01a224ea-1fb4-779f-8b81-5c73421fbff4');
INSERT INTO `commits` VALUES (10,1795915653245783,'anonymous','req-9d4314bc-fde9-4bd5-9807-025212c0c544','01a224ea-207d-7159-bebe-36ba7a961335');
INSERT INTO `commits` VALUES (11,1795915653468157,'anonymous','req-3b76d298-e063-4a04-bbeb-82ecfc16eb57','01a224ea-215c-7083-b219-56c84289510c');
INSERT INTO `commits` VALUES (12,1795915653702458,'anonymous','req-9ace5085-2827-4776-be63-ec22f0e20158','01a224ea-2246-733d-92ef-f3d7c7b01b02');
INSERT INTO `commits` VALUES (13,1795915653913323,'anonymous','req-39c83ea0-7cb8-46a1-bf99-45f48d976dec','01a224ea-2319-7761-85e8-91eabbcf3928');
INSERT INTO `commits` VALUES (14,1795915654147372,'anonymous','req-435c87a6-fe8c-43fc-8910-f27cc856bc2e','01a224ea-2403-76c6-b5d2-bb2dca5c4dec');
INSERT INTO `commits` VALUES (15,1795915654376976,'anonymous','req-7f5cfb6f-447f-4b70-a9e5-63d31a90e56f','01a224ea-24e8-730c-8a81-06c3dd2b2448');
INSERT INTO `commits` VALUES (16,1795915654579622,'anonymous','req-f1cdb5b6-9bcc-4237-870c-e3c27a34335a','01a224ea-25b3-70e3-a340-bdc1e550f111');
INSERT INTO `commits` VALUES (17,1795915654879609,'anonymous','req-46b31ef1-d5e1-4b64-82d7-351ccfe0cbdb','01a224ea-26df-73f2-a169-aa4fc9aacf27');
INSERT INTO `commits` VALUES (18,1795915655087502,'anonymous','req-326cbbcb-dac0-4983-8cd4-7653f5ca2447','01a224ea-27af-758a-8ced-571d8aa0a00f');
INSERT INTO `commits` VALUES (19,1795915655288623,'anonymous','req-2d149b68-80c8-487d-88f5-764f95feaf0b','01a224ea-2878-739d-82ce-c3d56c992718');
INSERT INTO `commits` VALUES (20,1795915655514329,'anonymous','req-0a76a315-45d6-44a2-bbbd-3f89f965bdd2','01a224ea-295a-70eb-bcd6-33d3ee8e8df5');
INSERT INTO `commits` VALUES (21,1795915655685957,'anonymous','req-879dc848-6bcb-4f21-aa11-091ac45f844c','01a224ea-2a05-733c-b5f7-8f13d3d2e146');
INSERT INTO `commits` VALUES (22,1795915655909234,'anonymous','req-293308f9-7f14-4980-8626-6f8bfdaec251','01a224ea-2ae5-7688-bbae-fd829bcfa2a6');
INSERT INTO `commits` VALUES (23,1795915656144687,'anonymous','req-4199432c-f303-471b-b412-bc4b37b19d03','01a224ea-2bd0-74c1-99db-7dbfa6141841');
INSERT INTO `commits` VALUES (24,1795915656395463,'anonymous','req-bd063397-827e-430a-8ed9-a22e6c02a246','01a224ea-2ccb-7411-9dc1-e3400fd8eafa');
INSERT INTO `commits` VALUES (25,1795915656575848,'anonymous','req-c270496c-dcad-40ad-80ff-d5f9e745c561','01a224ea-2d7f-7370-8c9c-a47fecb7bb75');
INSERT INTO `commits` VALUES (26,1795915656760505,'anonymous','req-e70b03f0-a582-4015-bb99-5c23ab25adcd','01a224ea-2e38-77dd-89c1-c2c8a080d2b1');
INSERT INTO `commits` VALUES (27,1795915656933080,'anonymous','req-471b1a9a-352f-42c7-82dc-d62f2198a7d3','01a224ea-2ee5-7027-8397-5837989ca8f0');
INSERT INTO `commits` VALUES (28,1795915657134913,'anonymous','req-43f26e09-a2ed-4c8c-989a-e7c6de65d8c8','01a224ea-2fae-759c-8bf8-0da0929e669b');
INSERT INTO `commits` VALUES (29,1795915657276140,'anonymous','req-cacc50da-b034-4b71-89c7-e45e853952e9','01a224ea-303c-70eb-ad7c-76c30b6d290c');
INSERT INTO `commits` VALUES (30,1795915657484092,'anonymous','req-7b1c482b-18ec-4171-af36-ec906578631c','01a224ea-310c-777d-9498-e5586d147730');
INSERT INTO `commits` VALUES (31,1795915657700248,'anonymous','req-3352dda2-61e1-4ec0-b85c-f5e26c902147','01a224ea-31e4-764d-b533-0d3cefbef4a7');
INSERT INTO `commits` VALUES (32,1795915657948193,'anonymous','req-4e3ec11e-ac68-4f66-b933-0aef0edd07d7','01a224ea-32dc-7535-ac7b-e1530f2feaaf');
INSERT INTO `commits` VALUES (33,1795915658166776,'anonymous','req-b4f28075-9a4d-4f6c-b08b-373cc882c753','01a224ea-33b6-76a2-b4f9-b6050af3a905');
INSERT INTO `commits` VALUES (34,1795915658348487,'anonymous','req-f3e15bd5-a4fc-46b6-83da-49b9da33531c','01a224ea-346c-7722-be6f-06ec8a58d965');
INSERT INTO `commits` VALUES (35,1795915658555697,'anonymous','req-5a48873a-e4b0-4ab2-a816-f0287e113154','01a224ea-353b-776f-9934-e2437137e7a2');
INSERT INTO `commits` VALUES (36,1795915658707345,'anonymous','req-6b9ea5ad-85e6-421e-a847-9cd55e316586','01a224ea-35d3-70f7-8f2f-1efe2767dba0');
INSERT INTO `commits` VALUES (37,1795915658924389,'anonymous','req-f49ef3c7-a7e7-45a0-ad27-eb59a59826b9','01a224ea-36ac-7022-9e54-dfe96fef81a1');
INSERT INTO `commits` VALUES (38,1795915659124241,'anonymous','req-fadd2b92-2c1d-4e07-bcca-c0587a31be09','01a224ea-3774-77c7-9f3a-1d301e48a2bf');
INSERT INTO `commits` VALUES (39,1795915659398061,'anonymous','req-2083f735-be68-4c84-8591-cc28bbd567b5','01a224ea-3886-7466-b4be-d8de0cd2a33f');
INSERT INTO `commits` VALUES (40,1795915659568326,'anonymous','req-540f7ca4-7aa0-4a7c-a4d9-535fa77c7184','01a224ea-3930-7644-b5d3-ca7e33ec74e2');
INSERT INTO `commits` VALUES (41,1795915659737195,'anonymous','req-9cb29d0e-9d3f-44c7-a383-a0a05061288f','01a224ea-39d9-7543-9aa9-95d1e613b423');
INSERT INTO `commits` VALUES (42,1795915659891093,'anonymous','req-2c2a29fe-8f23-4e6b-9c91-5eb62987444b','01a224ea-3a73-757c-a920-c8cba272feae');
INSERT INTO `commits` VALUES (43,1795915660072456,'anonymous','req-528a85ac-cbeb-40de-a5ae-e95b6ae7d59a','01a224ea-3b28-7319-afef-0f31c55f1c49');
INSERT INTO `commits` VALUES (44,1795915660230851,'anonymous','req-0d59b3e5-878e-4446-9a06-4a2a332c4875','01a224ea-3bc6-74b4-818d-2f6e89208607');
INSERT INTO `commits` VALUES (45,1795915660406382,'anonymous','req-de4e839e-dc2d-49e9-835b-f7dfce4350bb','01a224ea-3c76-7112-99e8-a48ce1b804ad');
INSERT INTO `commits` VALUES (46,1795915660622004,'anonymous','req-904fb59c-c26d-430d-8875-f3ba75b497c7','01a224ea-3d4d-71db-9bc9-011fd86a559e');
INSERT INTO `commits` VALUES (47,1795915660748175,'anonymous','req-6d2df3a1-91d9-453f-a92f-2e27ed5f0fd9','01a224ea-3dcc-7249-8c2d-a1d4d42b42d9');
INSERT INTO `commits` VALUES (48,1795915660945376,'anonymous','req-d2a50b1b-835d-4ba1-b719-5bc135dc7fed','01a224ea-3e91-7546-add4-6c19614d4b01');
INSERT INTO `commits` VALUES (49,1795915661832594,'anonymous','req-597b7b41-6a41-45ce-88a1-8cea3a4ca979','01a224ea-4208-755e-9d7a-3f39827555ba');
INSERT INTO `commits` VALUES (50,1795915662003020,'anonymous','req-0ca676b0-cea1-49ab-a70f-e778a36f1576','01a224ea-42b2-719b-a70c-17e5b893eb46');
INSERT INTO `commits` VALUES (51,1795915662230733,'anonymous','req-691bcef1-a7c6-4c44-a164-47793f554197','01a224ea-4396-7324-9abd-9ee068d4cae9');
INSERT INTO `commits` VALUES (52,1795915662396158,'anonymous','req-5dab60d4-723a-44ba-b7ad-9f4b2e027907','01a224ea-443c-75ba-8057-ef46af2bc309');
INSERT INTO `commits` VALUES (53,1795915662629000,'anonymous','req-5cc1ee1c-4c89-4a8e-8c92-f33bc5e90765','01a224ea-4524-73b4-afcf-c1139808bb30');
INSERT INTO `commits` VALUES (54,1795915662804132,'anonymous','req-637c35d5-886e-4970-a6eb-2bf1f8883ec1','01a224ea-45d4-755f-b908-6d7864437c9a');
INSERT INTO `commits` VALUES (55,1795915662968762,'anonymous','req-91bedacf-6f7a-4f12-8aa4-320684469a60','01a224ea-4678-70eb-b4a2-d11629d2d84d');
INSERT INTO `commits` VALUES (56,1795915663234754,'anonymous','req-eb8407a5-b707-46f3-89ba-5167b9928a3f','01a224ea-4782-7184-966e-4d85ed0f4e75');
INSERT INTO `commits` VALUES (57,1795915663409124,'anonymous','req-1413119f-6257-4408-9186-53952484a988','01a224ea-4831-7521-aa23-76217f327f00');
INSERT INTO `commits` VALUES (58,1795915663670362,'anonymous','req-0cd50973-55e5-450a-b793-48eeca498004','01a224ea-4936-742e-a85c-8402da15bda6');
INSERT INTO `commits` VALUES (59,1795915663853949,'anonymous','req-e777ac91-540c-4240-93ee-ecbd668aa378','01a224ea-49ed-70ff-ac38-4cd6c233123b');
INSERT INTO `commits` VALUES (60,1795915665245236,'anonymous','req-087822de-9c81-482a-adaf-9612d6e43e98','01a224ea-4f5d-7483-8d05-8310cb16161e');
INSERT INTO `commits` VALUES (61,1795915665572436,'anonymous','req-510eb4ea-0c4f-49a1-852a-f100b4220921','01a224ea-50a4-7599-9be4-594ede92e4cf');
CREATE TABLE `data_source_rows` (
  `data_source_id` varchar(255) NOT NULL,
  `table_name` varchar(255) NOT NULL,
  `row` longtext NOT NULL,
  `row_digest` binary(32) NOT NULL DEFAULT unhex(sha2(`row`,256)),
  PRIMARY KEY (`data_source_id`,`table_name`,`row_digest`),
  CONSTRAINT `data_source_rows_ibfk_1` FOREIGN KEY (`data_source_id`, `table_name`) REFERENCES `data_source_tables` (`data_source_id`, `name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `data_source_rows` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','Hosts','[\"A\"]',0xD2A4B37CAC0A57E42B1FE002A68C2449A7E41646EEC1A92A0F0ACD39FAE589CE);
INSERT INTO `data_source_rows` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','hosts','[\"a\",1]',0x135F17A475A61AFDEEAF3759AD2E45AD1C7ABB192395ABE47E41FC8E395DC1A9);
INSERT INTO `data_source_rows` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','hosts','[\"\",-1]',0x35F8DA38B3F67E237528DF49084C428A421E271BF6214B3EF0DDCBC77E5381DA);
INSERT INTO `data_source_rows` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','hosts','[\"nul \\u0000 \\u001a1\",1]',0x47F5B08B0A95EF535C36F083F767642332E82F12D352F7F74EE16A86A72BB91B);
INSERT INTO `data_source_rows` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','hosts','[\"b\",2]',0x4F131028FAFEC4E844279FBD96F1B18E035B1A1795911D7C6CF0595EC38B47D7);
INSERT INTO `data_source_rows` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','hosts','[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",1]',0xA7699978C6A2C44871C24DA7D64E7C6FBDF88C8A8227159B71B8DCC74054CB9B);
INSERT INTO `data_source_rows` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','hosts','[1.5,9223372036854775807]',0xAB02A2F92680199FFD340855EEAD566883DDFB694D9EFD6439E38740BCEB41FF);
INSERT INTO `data_source_rows` VALUES ('01a224ea-4292-7108-b717-333a158ed4a4','sealed','[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]',0x88E5513806E71EF0961535013DFF9DE5EEF2520F165B35CDA51F0D026886A0CA);
INSERT INTO `data_source_rows` VALUES ('01a224ea-4292-7108-b717-333a158ed4a4','sealed','[\"x\"]',0xCD65EA2C2AD99E94A85B1B6DF72EFEF9CB2ED0AE933A60C32CE16317F7D7D6AA);
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
INSERT INTO `data_source_tables` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','Hosts',1,1795915662804132,54,0);
INSERT INTO `data_source_tables` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','emptied',2,1795915663234754,55,0);
INSERT INTO `data_source_tables` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','hosts',1,1795915662629000,53,0);
INSERT INTO `data_source_tables` VALUES ('01a224ea-4292-7108-b717-333a158ed4a4','sealed',1,1795915663409124,57,0);
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
INSERT INTO `data_sources` VALUES ('01a224ea-41f7-7623-bd51-ee2ef440236a','inventory','data_source','push','what is where',NULL,1,'{\"description\":\"pushed\"}',49,0);
INSERT INTO `data_sources` VALUES ('01a224ea-4292-7108-b717-333a158ed4a4','safe','data_source','vault','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',NULL,1,'{\"password\":{\"$sealed\":\"v1:lx9vU6N7kKVuGQA8pcx8dLz0WyJnwVlvYqjxFyLbv5RtqLIwXaQ8G1S7YZKJ8ehujaIK6A0MK04YBk81X5GNc7R6uVEsZ4E0Y6uAdN/lC1lhJpWi1+zFWvxybugYEhuTJD3wsvoYIbIjEA==\"},\"url\":\"http://vault\"}',50,0);
INSERT INTO `data_sources` VALUES ('01a224ea-438d-7371-ad19-d69c0b9b6336','off','data_source','vault',NULL,NULL,0,'{\"password\":{\"$sealed\":\"v1:Mu+vL17pKEMU3OhMd1aT8QYX3f3r+h4v0Eo76vx9sSVzPTsUcgxpZW63\"},\"url\":\"http://off\"}',51,0);
CREATE TABLE `head` (
  `id` bigint(20) NOT NULL CHECK (`id` = 1),
  `revision` bigint(20) NOT NULL CHECK (`revision` >= 0),
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `head` VALUES (1,61);
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
INSERT INTO `library_policies` VALUES ('01a224ea-39b9-77aa-b4c4-e0b89344e4b0','empty','empty','','nonrecursive','[]',41,0);
INSERT INTO `library_policies` VALUES ('01a224ea-3a72-74e1-819f-6c64024ea969','plain','pl','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','action','[{\"rule\":\"p(1)\",\"name\":\"one\",\"comment\":\"c\"},{\"rule\":\"p(2)\"},{\"rule\":\"q(x) :- p(x)\",\"comment\":\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\",\"note\":\"an extra field\",\"deep\":{\"a\":[1,2.5,null,true,\"\\u001a\"]}},{\"rule\":\"p(\\\"\\u0000\\\")\",\"nul\":\"\\u0000\"}]',42,0);
INSERT INTO `library_policies` VALUES ('01a224ea-3b1a-771f-b209-323aa88c1642','anew','new','put','database','[{\"rule\":\"b(1)\",\"name\":\"after\",\"extra\":[\"\\\"it\'s\\\" 50% \\\\ `x` \\t\\u001a é é 中文 😀 ?1 $1 :x --\"]},{\"rule\":\"b(2)\",\"comment\":\"c\"}]',43,0);
INSERT INTO `library_policies` VALUES ('01a224ea-3c5a-7509-b5a1-a92a850f61be','many','many','many','nonrecursive','[{\"rule\":\"p(0)\",\"name\":\"0\",\"weight\":0},{\"rule\":\"p(1)\",\"name\":\"1\",\"weight\":1},{\"rule\":\"p(2)\",\"name\":\"2\",\"weight\":2},{\"rule\":\"p(3)\",\"name\":\"3\",\"weight\":3},{\"rule\":\"p(4)\",\"name\":\"4\",\"weight\":4},{\"rule\":\"p(5)\",\"name\":\"5\",\"weight\":5},{\"rule\":\"p(6)\",\"name\":\"6\",\"weight\":6},{\"rule\":\"p(7)\",\"name\":\"7\",\"weight\":7},{\"rule\":\"p(8)\",\"name\":\"8\",\"weight\":8},{\"rule\":\"p(9)\",\"name\":\"9\",\"weight\":9},{\"rule\":\"p(10)\",\"name\":\"10\",\"weight\":10},{\"rule\":\"p(11)\",\"name\":\"11\",\"weight\":11},{\"rule\":\"p(12)\",\"name\":\"12\",\"weight\":12},{\"rule\":\"p(13)\",\"name\":\"13\",\"weight\":13},{\"rule\":\"p(14)\",\"name\":\"14\",\"weight\":14},{\"rule\":\"p(15)\",\"name\":\"15\",\"weight\":15},{\"rule\":\"p(16)\",\"name\":\"16\",\"weight\":16},{\"rule\":\"p(17)\",\"name\":\"17\",\"weight\":17},{\"rule\":\"p(18)\",\"name\":\"18\",\"weight\":18},{\"rule\":\"p(19)\",\"name\":\"19\",\"weight\":19},{\"rule\":\"p(20)\",\"name\":\"20\",\"weight\":20},{\"rule\":\"p(21)\",\"name\":\"21\",\"weight\":21},{\"rule\":\"p(22)\",\"name\":\"22\",\"weight\":22},{\"rule\":\"p(23)\",\"name\":\"23\",\"weight\":23}]',45,0);
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
INSERT INTO `policies` VALUES ('01a224ea-17e1-714d-8149-483763eb0f45','classification','policy','class','default policy','user','nonrecursive',1,0);
INSERT INTO `policies` VALUES ('01a224ea-17e1-714d-8149-483870832c99','action','policy','actio','default action policy','user','action',1,1);
INSERT INTO `policies` VALUES ('01a224ea-1a57-71e0-8e1c-62a03fc58f8c','a_nonrecursive','policy','nonre','nonrecursive \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','nonrecursive',2,0);
INSERT INTO `policies` VALUES ('01a224ea-1b49-7255-9277-91abd193006b','a_action','policy','actio','action \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','action',3,0);
INSERT INTO `policies` VALUES ('01a224ea-1c09-7646-a1d5-a96cfb5ddfa2','a_database','policy','datab','database \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','database',4,0);
INSERT INTO `policies` VALUES ('01a224ea-1cc0-7478-b83a-54224c95cdeb','a_materialized','policy','mater','materialized \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','materialized',5,0);
INSERT INTO `policies` VALUES ('01a224ea-1d88-75a7-bd96-d872e6b59415','a_datasource','policy','datas','datasource \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','datasource',6,0);
INSERT INTO `policies` VALUES ('01a224ea-1e51-7470-a8b4-f000dff1bbfa','a_z3','policy','z3','z3 \"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','z3',7,0);
INSERT INTO `policies` VALUES ('01a224ea-1f1a-779e-bf1a-65dd177153e9','plain','policy','plain','','user','nonrecursive',8,0);
INSERT INTO `policies` VALUES ('01a224ea-1fa7-74d2-9ded-860e64f6b6df','Plain','policy','Plain','','user','nonrecursive',9,0);
INSERT INTO `policies` VALUES ('01a224ea-2149-762b-9c47-4557a5b77c4b','with.dots','policy','with.','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --','user','nonrecursive',11,0);
INSERT INTO `policies` VALUES ('01a224ea-3e8d-74df-8c27-4b32b8d15c18','many','policy','many','many','user','nonrecursive',48,0);
INSERT INTO `policies` VALUES ('01a224ea-4f5c-729d-9a80-30f4098f988d','late','policy','late','made by a server that had started again','user','nonrecursive',60,0);
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
INSERT INTO `rules` VALUES ('01a224ea-2240-77ff-b45e-ac7f60246f33','01a224ea-1f1a-779e-bf1a-65dd177153e9','p(1)','p(1)',NULL,'',12,1,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
INSERT INTO `rules` VALUES ('01a224ea-2303-73d8-b38b-fff5a1a4e945','01a224ea-1f1a-779e-bf1a-65dd177153e9','p(\"two\")','p(\"two\")','two','said so',13,0,0x0DD82CE87C49A39814EC1AB1333AF89C079724C0A30089206245A4C937E46356);
INSERT INTO `rules` VALUES ('01a224ea-23f5-7465-beab-366f42d70a38','01a224ea-1f1a-779e-bf1a-65dd177153e9','q(x) :- p(x), not r(x)','q(x) :- not r(x), p(x)','a rule','\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',14,2,0xB533F085875C4DB6E34A5E3BCCB13A9CA5EA637C4DA2E1E4726D91A64FA85D3A);
INSERT INTO `rules` VALUES ('01a224ea-24d2-776a-bd49-27708068b4d0','01a224ea-1f1a-779e-bf1a-65dd177153e9','r(3)','r(3)',NULL,'',15,0,0xD144F48D8E20F8F6435DD7FD1CDC6F512F2381F27A21C18BCD61A74A292FB521);
INSERT INTO `rules` VALUES ('01a224ea-25a2-7075-943d-1151383f4172','01a224ea-1f1a-779e-bf1a-65dd177153e9','s(x, y) :- p(x), inventory:hosts(y, 1)','s(x, y) :- inventory:hosts(y, 1), p(x)',NULL,'',16,2,0x056DAB1AB6CDEC07538DE06094C9AF78CA4A32EB80F28156EF17FA247E8FB9DA);
INSERT INTO `rules` VALUES ('01a224ea-26c1-742c-b78f-6c84054c74ee','01a224ea-1f1a-779e-bf1a-65dd177153e9','inner(x, z) :- s(x, y), s(y, z), not q(z)','inner(x, z) :- not q(z), s(x, y), s(y, z)',NULL,'',17,1,0x9B9EC77ED2D19E7EFFAB4B5BAA0F0ED2DB2AC5BB12B8AEB7BAABDBE2D1245A0F);
INSERT INTO `rules` VALUES ('01a224ea-2792-7090-bad4-58e3d91b4143','01a224ea-1f1a-779e-bf1a-65dd177153e9','p(-9223372036854775808)','p(-9223372036854775808)',NULL,'',18,0,0x422D81A830A3B1A9891FFD9FE7EBB768ADD71D359E34C51E88B9F4749C7E2936);
INSERT INTO `rules` VALUES ('01a224ea-2871-76e5-99ef-b5d1a21e1645','01a224ea-1f1a-779e-bf1a-65dd177153e9','p(2.5)','p(2.5)',NULL,'',19,0,0xE74A228B967284F2BBD2BECB88AF8B1A6A333988CC55FF7A81962F5CE7471C59);
INSERT INTO `rules` VALUES ('01a224ea-2932-7500-b83b-0d52279e68bc','01a224ea-1f1a-779e-bf1a-65dd177153e9','p(\"\Z1 and 50% of it\'s 中文 😀\")','p(\"\Z1 and 50% of it\'s 中文 😀\")','odd \Z1','',20,0,0x923777096FA3F6CFD7792D9363AC303D3850E41DCDA87D52F9A27B3EC3D69A4B);
INSERT INTO `rules` VALUES ('01a224ea-29f1-7548-b1a7-6d1abf9f9231','01a224ea-1f1a-779e-bf1a-65dd177153e9','long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")','long(\"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", \"10\", \"11\", \"12\", \"13\", \"14\", \"15\", \"16\", \"17\", \"18\", \"19\", \"20\", \"21\", \"22\", \"23\", \"24\", \"25\", \"26\", \"27\", \"28\", \"29\", \"30\", \"31\", \"32\", \"33\", \"34\", \"35\", \"36\", \"37\", \"38\", \"39\")',NULL,'',21,1,0x590EE5200CBF85C12B823A9EACCF590B07938C9F94EAB7578F5629F4B7500712);
INSERT INTO `rules` VALUES ('01a224ea-2add-75bc-81c0-9eff59e414cb','01a224ea-1f1a-779e-bf1a-65dd177153e9','safe(x) :- Plain:p(x)','safe(x) :- Plain:p(x)',NULL,'',22,2,0x9E3DEFDDF6E01561EC340D7039C06142ED0CC2F964F135BD2E0DDD8821264594);
INSERT INTO `rules` VALUES ('01a224ea-2bb9-73a2-b609-4f2b6347cd2f','01a224ea-1f1a-779e-bf1a-65dd177153e9','lower(x) :- p(x), builtin:lt(x, 3)','lower(x) :- builtin:lt(x, 3), p(x)',NULL,'',23,1,0x066F0376E6AA6946F227870BE6DB32BD2E3259D846F49F48394BE5A9259DA3DB);
INSERT INTO `rules` VALUES ('01a224ea-2ca3-7494-948f-528174590b08','01a224ea-1f1a-779e-bf1a-65dd177153e9','nul(\"a\\u0000b\Z0\")','nul(\"a\\u0000b\Z0\")',NULL,'',24,1,0x5F727FF7572E4379A325D50C4FF60D68B64E78632F0FD29F2C139AD4AB150C11);
INSERT INTO `rules` VALUES ('01a224ea-2d7b-731b-b0c9-99d6e9d07a8f','01a224ea-1f1a-779e-bf1a-65dd177153e9','P(1)','P(1)',NULL,'',25,1,0x48A18B5A50D9C7E5BC419B36F601E84121A85871FE8511628F6637A062FC403E);
INSERT INTO `rules` VALUES ('01a224ea-2e1d-72e1-bb99-75f5dd511515','01a224ea-1f1a-779e-bf1a-65dd177153e9','none()','none()',NULL,'',26,1,0xFDFA6147457680E87906455896777CC81717518E22F3BCE3566B28F6498A96D7);
INSERT INTO `rules` VALUES ('01a224ea-2edd-72d4-b838-0e4aa4d5a571','01a224ea-1fa7-74d2-9ded-860e64f6b6df','p(1)','p(1)','n','c',27,0,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
INSERT INTO `rules` VALUES ('01a224ea-2f94-72fd-9853-59fbb761a7fb','01a224ea-1fa7-74d2-9ded-860e64f6b6df','p(2)','p(2)','n','c',28,0,0x1A63E06E0B60E5BA7BC8723E2B89CD4E07C776C4B40C6AF18100E23645517D6C);
INSERT INTO `rules` VALUES ('01a224ea-3022-767c-a915-658214e00396','01a224ea-1fa7-74d2-9ded-860e64f6b6df','e(x) :- plain:q(x)','e(x) :- plain:q(x)','n','c',29,1,0xB2E24E678E260F80FD24A6A784E1CC4AFBA9CA7F29FF8F099B813D0EF5E61CAF);
INSERT INTO `rules` VALUES ('01a224ea-30fc-70bb-8643-cc8e56ed6b63','01a224ea-1b49-7255-9277-91abd193006b','execute[nova:disconnect(x)] :- p(x)','execute[nova:disconnect(x)] :- p(x)',NULL,'',30,1,0x0A81BEC7176A474D2CF030A2F23514BA8C18FEA29086C0D3DA2ED816B11454E7);
INSERT INTO `rules` VALUES ('01a224ea-31cf-7255-bb56-8af4e38cd1d0','01a224ea-1b49-7255-9277-91abd193006b','disconnect(x) :- p(x)','disconnect(x) :- p(x)',NULL,'',31,1,0x6A5B7C09AC3B62AA676B92594BFF719405676A2BCC28661D260D0B29ED801D4C);
INSERT INTO `rules` VALUES ('01a224ea-33ad-768c-9829-8dd78457caba','01a224ea-2149-762b-9c47-4557a5b77c4b','u(\"中\")','u(\"中\")',NULL,'\"it\'s\" 50% \\ `x` 	\Z1 é é 中文 😀 ?1 $1 :x --',33,1,0x92764712F05B6680A8A542324C60B887FB740FA32C3E81217FA86961D9B78A6F);
INSERT INTO `rules` VALUES ('01a224ea-374e-71d9-b5ea-d9f8aaaeb418','01a224ea-1f1a-779e-bf1a-65dd177153e9','out(1)','out(1)',NULL,'',38,1,0x6D80256FFD1109B1205555A7A86D787A9A63909746974F0A13648159E6F10509);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b334dfb6039','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(0)','p(0)','0','',48,2,0x51782AA4535224E195CCEFCF793F3C9A5CD0F8FA7D1BE032AAFA8551DD2F66B3);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b340897bccb','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(1)','p(1)','1','',48,3,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b357665aa4d','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(2)','p(2)','2','',48,4,0x1A63E06E0B60E5BA7BC8723E2B89CD4E07C776C4B40C6AF18100E23645517D6C);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b366b085089','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(3)','p(3)','3','',48,5,0xFB35CD21644A262A1D8F668A7D6FA4F3393913A83E5EC4BF821A9092C851347E);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b37f85b8dcc','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(4)','p(4)','4','',48,6,0xD3E62879A675BBF5EBB9F73DD3A5AE87DCD6FC80031345ACB9578651973DA2D2);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b38984b0fc7','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(5)','p(5)','5','',48,7,0xCB08558FC2550280B219C1BE6011CFAACD396DC62AEB24611DFD6F25D6DFE82D);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b39ddb29d4d','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(6)','p(6)','6','',48,8,0x86BE29BE7CBC93520910ADDED18B06BDF8B081B2A69517D1B71B44D7F70F47DB);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b3a8cc4e8d1','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(7)','p(7)','7','',48,9,0xB0E2E4857F339DB36BD3A0DB2227E7C0EAC9035EE14977F61486AB585CAB0CFC);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b3b10843e67','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(8)','p(8)','8','',48,10,0x68CC13D80025BE67CFBA8D3E1032CBD71D0172BC72A74C9D2D31A71D305E1C96);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b3cee1113b5','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(9)','p(9)','9','',48,11,0xC03BAEBC31F250A367D1D4ABC8F658A3B60D097496E5872EC2FAAF9607F218EA);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b3d04672696','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(10)','p(10)','10','',48,12,0x541B819ECB651723209E1B0B2ACBF8E937A59237CAB587C101BE6B36AAC61158);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b3eedf5055d','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(11)','p(11)','11','',48,13,0xEF1A889274F65C381827C780FB42ED726A288AD31A97C97A238DD912B96F6F6F);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b3fa5dc1d6c','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(12)','p(12)','12','',48,14,0xBA45D66746899A31EB63D8F4FF699C4FA8D2C9506E16EB1C268450C7F3FD21C5);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b40d06a6f6d','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(13)','p(13)','13','',48,15,0x48CCBB8FE1459D5CEF179D2B9D8CE9DB7A1889619851FF10639B37FE6CE7FD54);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b41a67e52fd','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(14)','p(14)','14','',48,16,0xEEFD1083CB2086784BBDCABA362EFDEB6712C8F7C9CD9016467C9D6E9B8E7128);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b4221badf22','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(15)','p(15)','15','',48,17,0x65EB978E99D1F437737BAD4A16755305FFB43F121600EEBAA52F20DEB7E460E3);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b43e5f76030','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(16)','p(16)','16','',48,18,0x152796E234FA1CD77634E909826DFE0880429912EBD249722488995FF668598F);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b443865956f','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(17)','p(17)','17','',48,19,0xAEEE82D0717495E6EBDF20AD075208F0D5E7C99D63FB81E8ED9D1F5B378EB56E);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b457b143c8b','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(18)','p(18)','18','',48,20,0xBD30118EEB9904CCD902694BE799FB7807FF372046D108E3DE4EE89F46DFA806);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b464bf71ae5','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(19)','p(19)','19','',48,21,0xDB0018E3568631B71712CEE05DAEA21C9316D05388E6E4B489E9A11001EA6067);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b479c4bfc68','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(20)','p(20)','20','',48,22,0xEB91F15F28B5E8B57017C96AD5DAD60172EB92E1319EDF98620F96E40495612F);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b48fdc6409d','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(21)','p(21)','21','',48,23,0x3F1609900B60D1501A0EB16534EA39FBE8345BD49837DCA0BB8A286277057239);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b49002ef7ce','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(22)','p(22)','22','',48,24,0xD0ED17A332344965A05594066FEC4944168E3D535898B061F99BB7D8728DAC50);
INSERT INTO `rules` VALUES ('01a224ea-3e8d-74df-8c27-4b4ac53d913a','01a224ea-3e8d-74df-8c27-4b32b8d15c18','p(23)','p(23)','23','',48,25,0x3F5F7021CAD455AE13B1F2674FA559E3F22ED709B5EBFB1F95972304F025C158);
INSERT INTO `rules` VALUES ('01a224ea-5085-718b-a369-3fdd34b0b99a','01a224ea-4f5c-729d-9a80-30f4098f988d','p(1)','p(1)',NULL,'',61,1,0x374979B466D84F3389B252DAD5B2FB62065AA719FA824FE0AF1C4C9E25844298);
CREATE TABLE `schema_migrations` (
  `version` bigint(20) NOT NULL,
  `name` longtext NOT NULL,
  `checksum` longtext NOT NULL,
  `applied_at` bigint(20) NOT NULL,
  `applied_by` longtext NOT NULL,
  PRIMARY KEY (`version`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;
INSERT INTO `schema_migrations` VALUES (1,'initial','3c778b599e1bbd222c0bfb508dae87745f9e4fe3fa6996da4a7ac3d7b43545e8',1795915648303803,'statehouse-migrations 0.1.0');
INSERT INTO `schema_migrations` VALUES (2,'leases','7c664c7acf55c317c26c82ae94e1185f822771b8ab55f3b07fdc036df6d18b7e',1795915649914595,'statehouse-migrations 0.1.0');
CREATE TABLE `settings` (
  `name` varchar(255) NOT NULL,
  `value` longtext NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin ROW_FORMAT=DYNAMIC;
INSERT INTO `settings` VALUES ('sealing_key_check','v1:gUqly+xcFf+KYkwhKmiJMPhCd7ApHUwewXXnErrDG56BHot5DF3iVQ8r1SfH6/jG+caO21sqweQYrqxtjUj0Wf1StXg=');
SET FOREIGN_KEY_CHECKS = 1;
