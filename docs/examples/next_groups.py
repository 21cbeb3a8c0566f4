"""A municipality's coming groups as lines of text: next_groups.py SITE CODE LANGUAGE UNTIL."""

import json
import sys
from datetime import datetime
from urllib.request import urlopen

site, municipality, language, until = sys.argv[1:5]
page = f"{site}/api/directory/meetings?municipality={municipality}&lang={language}&until={until}"

while page:
    with urlopen(page) as answer:
        found = json.load(answer)
    for meeting in found["items"]:
        starts = datetime.fromisoformat(meeting["starts_at"])
        place = f", {meeting['place']['street']}" if meeting["place"] else ""
        cancelled = f" (✗ {meeting['reason']})" if meeting["cancelled"] else ""
        print(f"{starts:%d.%m. %H.%M}  {meeting['title']}{place}{cancelled}")
    page = found["next"]
