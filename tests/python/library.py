"""Library policies by way of python-congressclient, whose command line has no words for them.

    library.py ENDPOINT list
    library.py ENDPOINT show ID
    library.py ENDPOINT create JSON
    library.py ENDPOINT delete ID

prints the answer as JSON.
"""

import json
import sys

from congressclient.v1 import client
from keystoneauth1 import noauth, session


def main(endpoint, verb, *arguments):
    library = client.Client(session=session.Session(auth=noauth.NoAuth(endpoint=endpoint)), service_type="policy")
    if verb == "list":
        answer = library.list_library_policy()
    elif verb == "show":
        answer = library.show_library_policy(*arguments)
    elif verb == "create":
        answer = library.create_library_policy(json.loads(*arguments))
    elif verb == "delete":
        answer = library.delete_library_policy(*arguments)
    else:
        sys.exit(__doc__)
    print(json.dumps(answer))


main(*sys.argv[1:])
