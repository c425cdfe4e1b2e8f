"""Fills a database over HTTP through a server of its time, and keeps what the server answered.

    fill.py PROGRAM SCHEMA DATABASE_URL FOLDER [CONGRESS_DATABASE KEY_DIR]

FOLDER has `secret-key` and `vault.yaml`, and gets `answers.json`.
"""
import json, os, signal, subprocess, sys, tempfile, time, urllib.error, urllib.parse, urllib.request

program, schema, url, folder = sys.argv[1:5]
congress = sys.argv[5:7]
drivers = tempfile.mkdtemp()
open(f"{drivers}/vault.yaml", "w").write(open(f"{folder}/vault.yaml").read())
key = open(f"{folder}/secret-key").read().strip()
env = {"PATH": os.environ["PATH"], "STATEHOUSE_SECRET_KEY": key, "HOME": drivers}


def run(*arguments, code=0):
    done = subprocess.run([program, *arguments], env=env, capture_output=True, text=True, cwd=drivers)
    assert done.returncode == code, (arguments, done)
    print(done.stdout[-300:])


class Server:
    def __enter__(self):
        port = f"{drivers}/port"
        if os.path.exists(port):
            os.unlink(port)
        self.child = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--auth", "none", "--database", url, "--port-file", port,
             "--drivers", drivers], env=env, cwd=drivers, stdout=subprocess.DEVNULL, stderr=open(f"{drivers}/log", "a"))
        while not os.path.exists(port):
            assert self.child.poll() is None, open(f"{drivers}/log").read()
            time.sleep(0.05)
        self.base = "http://" + open(port).read().strip()
        return self

    def __exit__(self, *_):
        self.child.send_signal(signal.SIGTERM)
        assert self.child.wait(30) == 0

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def do(self, method, path, body=None):
        status, answer = self.ask(method, path, body)
        assert status < 300, (method, path, body, status, answer)
        return answer


quoted = lambda text: urllib.parse.quote(text, safe="")
# What SQL, JSON and terminals take for something else; and beyond the first plane.
ODD = "\"it's\" 50% \\ `x` \t\u001a é e\u0301 \u4e2d\u6587 \U0001f600 ?1 $1 :x --"


def fill(server):
    do = server.do
    made = []
    for kind in ["nonrecursive", "action", "database", "materialized", "datasource", "z3"]:
        status, answer = server.ask("POST", "/v1/policies", {
            "name": f"a_{kind}", "kind": kind, "description": f"{kind} {ODD}", "abbreviation": kind[:5]})
        print(kind, status, str(answer)[:200] if status >= 300 else "")
        if status < 300:
            made.append(answer["name"])
    do("POST", "/v1/policies", {"name": "plain"})
    do("POST", "/v1/policies", {"name": "Plain", "description": ""})
    do("POST", "/v1/policies", {"name": "going"})
    do("POST", "/v1/policies", {"name": "with.dots", "description": ODD})
    rules = [
        {"rule": "p(1)"},
        {"rule": "p(\"two\")", "name": "two", "comment": "said so"},
        {"rule": "q(x) :- p(x), not r(x)", "name": "a rule", "comment": ODD},
        {"rule": "r(3)", "comment": ""},
        {"rule": "s(x, y) :- p(x), inventory:hosts(y, 1)"},
        {"rule": "inner(x, z) :- s(x, y), s(y, z), not q(z)"},
        {"rule": "p(-9223372036854775808)"},
        {"rule": "p(2.5)"},
        {"rule": "p(\"\u001a and 50% of it's \u4e2d\u6587 \U0001f600\")", "name": "odd \u001a"},
        {"rule": "long(" + ", ".join(f"\"{n}\"" for n in range(40)) + ")"},
        {"rule": "safe(x) :- Plain:p(x)"},
        {"rule": "lower(x) :- p(x), builtin:lt(x, 3)"},
        {"rule": "nul(\"a\\u0000b\u0000\")"},
        {"rule": "P(1)"},
        {"rule": "none()"},
    ]
    kept = []
    for rule in rules:
        status, answer = server.ask("POST", "/v1/policies/plain/rules", rule)
        if status < 300:
            kept.append(answer["id"])
        else:
            print("not taken:", rule["rule"][:40], status, answer[:160])
    for text in ["p(1)", "p(2)", "e(x) :- plain:q(x)"]:
        do("POST", "/v1/policies/Plain/rules", {"rule": text, "name": "n", "comment": "c"})
    for text in ["execute[nova:disconnect(x)] :- p(x)", "disconnect(x) :- p(x)"]:
        status, answer = server.ask("POST", "/v1/policies/a_action/rules", {"rule": text})
        print(text, status)
    do("POST", "/v1/policies/going/rules", {"rule": "gone(1)"})
    do("POST", "/v1/policies/with.dots/rules", {"rule": "u(\"" + "\u4e2d" + "\")", "comment": ODD})
    # Taken out again: the log alone tells of it.
    for text in ["out(1)", "out(x) :- p(x)"]:
        rule = do("POST", "/v1/policies/plain/rules", {"rule": text, "name": "out", "comment": ODD})
        do("DELETE", f"/v1/policies/plain/rules/{rule['id']}")
    do("POST", "/v1/policies/plain/rules", {"rule": "out(1)"})
    for rule in server.ask("GET", "/v1/policies/going/rules")[1]["results"]:
        do("DELETE", f"/v1/policies/going/rules/{rule['id']}")
    do("DELETE", "/v1/policies/going")

    library = [
        {"name": "empty", "description": "", "rules": []},
        {"name": "plain", "description": ODD, "abbreviation": "pl", "kind": "action", "rules": [
            {"rule": "p(1)", "name": "one", "comment": "c"}, {"rule": "p(2)"},
            {"rule": "q(x) :- p(x)", "comment": ODD, "note": "an extra field", "deep": {"a": [1, 2.5, None, True, "\u001a"]}},
            {"rule": "p(\"\u0000\")", "name": None, "comment": None, "nul": "\u0000"}]},
        {"name": "of_old", "description": "replaced", "rules": [{"rule": "p(1)", "name": "before"}]},
        {"name": "going", "description": "deleted", "rules": [{"rule": f"p({n})"} for n in range(5)]},
        {"name": "many", "description": "many", "rules": [{"rule": f"p({n})", "name": f"{n}", "weight": n} for n in range(24)]},
    ]
    ids = {}
    for policy in library:
        status, answer = server.ask("POST", "/v1/librarypolicies", policy)
        if status >= 300:
            print("library, not taken:", policy["name"], status, answer[:200])
            continue
        ids[policy["name"]] = answer["id"]
    if "of_old" in ids:
        do("PUT", f"/v1/librarypolicies/{ids['of_old']}", {
            "name": "anew", "description": "put", "abbreviation": "new", "kind": "database",
            "rules": [{"rule": "b(1)", "name": "after", "extra": [ODD]}, {"rule": "b(2)", "comment": "c"}]})
    do("DELETE", f"/v1/librarypolicies/{ids['going']}")
    for name in ["many"]:
        print("activated", server.ask("POST", f"/v1/policies?library_policy={ids[name]}")[0])

    sources = [
        {"name": "inventory", "driver": "push", "description": "what is where",
         "config": {"description": "pushed"}, "enabled": True},
        {"name": "safe", "driver": "vault", "description": ODD, "config": {"url": "http://vault", "password": "hush " + ODD}},
        {"name": "off", "driver": "vault", "enabled": False, "config": {"url": "http://off", "password": ""}},
        {"name": "gone", "driver": "vault", "config": {"url": "http://gone", "password": "was secret"}},
    ]
    for source in sources:
        status, answer = server.ask("POST", "/v1/data-sources", source)
        if status >= 300:
            print("source, not taken:", source["name"], status, answer[:200])
        ids[source["name"] + " source"] = answer["id"] if status < 300 else None
    put = lambda source, table, rows: do("PUT", f"/v1/data-sources/{source}/tables/{table}/rows", rows)
    put("inventory", "hosts", [["a", 1], ["b", 2], [ODD, 1], ["nul \u0000 \u001a1", 1], ["", -1], [1.5, 9223372036854775807]])
    put("inventory", "Hosts", [["A"]])
    put("inventory", "emptied", [[1], [2]])
    put("inventory", "emptied", [])
    put("safe", "sealed", [["x"], [ODD]])
    put("gone", "sealed", [["y"]])
    status, answer = server.ask("PATCH", "/v1/data-sources/inventory/tables/hosts/rows", {"add": [["c", 3]], "delete": [["b", 2]]})
    print("patch", status, str(answer)[:200])
    do("DELETE", "/v1/data-sources/" + ids["gone source"])


def answers(server):
    kept = {}

    def get(path):
        status, answer = server.ask("GET", path)
        if status == 200:
            kept[path] = answer
            return answer.get("results", []) if isinstance(answer, dict) else answer
        assert status in (404, 501), (path, status, answer)
        return []

    for policy in get("/v1/policies"):
        at = "/v1/policies/" + quoted(policy["name"])
        get(at)
        for rule in get(at + "/rules")[:2]:
            get(f"{at}/rules/{rule['id']}")
        for table in get(at + "/tables")[:8]:
            get(f"{at}/tables/{quoted(table['id'])}")
            if schema >= "0005":
                get(f"{at}/tables/{quoted(table['id'])}/rows")
    for policy in get("/v1/librarypolicies"):
        get(f"/v1/librarypolicies/{policy['id']}")
    for source in get("/v1/data-sources"):
        at = "/v1/data-sources/" + quoted(source["id"])
        get(at)
        for table in get(at + "/tables"):
            get(f"{at}/tables/{quoted(table['id'])}/rows")
    return kept


run("migrate", "up", schema, *(["--yes"] if "--yes" in subprocess.run([program, "migrate", "up", "--help"], capture_output=True, text=True).stdout else []), "--database", url)
with Server() as server:
    fill(server)
if congress:
    # Rules that are not admissible any more come with it, disabled.
    done = subprocess.run([program, "import", "congress", "--from", congress[0], "--key-dir", congress[1], "--database", url,
                           "--drivers", drivers], env=env, capture_output=True, text=True, cwd=drivers)
    print("import", done.returncode, done.stdout[-600:], done.stderr[-600:])
with Server() as server:
    server.do("POST", "/v1/policies", {"name": "late", "description": "made by a server that had started again"})
    server.do("POST", "/v1/policies/late/rules", {"rule": "p(1)"})
    kept = answers(server)
with Server() as server:
    again = answers(server)
assert kept == again, [path for path in kept if kept[path] != again.get(path)]
with open(f"{folder}/answers.json", "w") as file:
    lines = (f"{json.dumps(path)}: {json.dumps(answer)}" for path, answer in kept.items())
    file.write("{\n" + ",\n".join(lines) + "\n}\n")
print(len(kept), "answers")
run("migrate", "status", "--database", url)
