"""Reads one or more iCalendar invitations, oldest first, as Debian's python3-icalendar understands them, and says what stands in the calendar
in the end: one JSON object an occurrence, ordered by start. Recurring events are unfolded by dateutil, in the zone that the file names."""

import datetime
import json
import sys
import zoneinfo

import icalendar
from dateutil.rrule import rrulestr

UTC = datetime.timezone.utc


def utc(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def left_out(event):
    """Moments of EXDATE: one property is no list, several are."""
    found = event.get("EXDATE", [])
    return {utc(each.dt) for dates in (found if isinstance(found, list) else [found]) for each in dates.dts}


def slots(event):
    """Every start of an event by its own rule, counted on the wall of its zone, where a change of the clocks changes nothing."""
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start]
    zone = zoneinfo.ZoneInfo(event["DTSTART"].params["TZID"])
    rule = dict(event["RRULE"])
    rule["UNTIL"] = [until.astimezone(zone).replace(tzinfo=None) for until in rule["UNTIL"]]
    walls = rrulestr("RRULE:" + icalendar.vRecur(rule).to_ical().decode(), dtstart=start.replace(tzinfo=None))
    found = [wall.replace(tzinfo=zone) for wall in walls]
    return [each for each in found if utc(each) not in left_out(event)]


def said(event, start):
    length = event["DTEND"].dt.astimezone(UTC) - event["DTSTART"].dt.astimezone(UTC)
    return {
        "start": utc(start),
        "end": utc(start.astimezone(UTC) + length),
        "title": str(event.get("SUMMARY", "")),
        "location": str(event.get("LOCATION", "")),
        "url": str(event.get("URL", "")),
        "status": str(event.get("STATUS", "")),
    }


def calendar(texts):
    masters, instances = {}, {}
    for text in texts:
        parsed = icalendar.Calendar.from_ical(text)
        gone = str(parsed.get("METHOD", "")) == "CANCEL"
        for event in parsed.walk("VEVENT"):
            uid = str(event["UID"])
            if "RECURRENCE-ID" in event:
                instances.setdefault(uid, {})[utc(event["RECURRENCE-ID"].dt)] = None if gone else event
            else:
                masters[uid] = None if gone else event
                instances[uid] = {}
    for uid, master in masters.items():
        for slot in slots(master) if master else []:
            changed = instances[uid].get(utc(slot), master)
            if changed is not None:
                yield said(changed, slot if changed is master else changed["DTSTART"].dt)


json.dump(sorted(calendar(json.load(sys.stdin)), key=lambda each: each["start"]), sys.stdout)
