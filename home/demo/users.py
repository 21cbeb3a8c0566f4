"""People to log in as, one for each role."""

from django.conf import settings
from django.contrib.auth.models import User
from wagtail.users.models import UserProfile

from home.demo.record import Record
from services.actions.organisations import create_access, entrust
from services.actions.roles import coordinator_group
from services.models import OrganisationPage

PASSWORD = "demo"  # noqa: S105 - for trying out; the command refuses in production


def load_user(record: Record, organisations: dict[str, OrganisationPage]) -> None:
    """Make a user with a role; a user of that name who isn't the demo's own stays as they are."""
    username = record.need("code", str)
    is_administrator = record.get("administrator", bool, default=False)
    is_coordinator = record.get("coordinator", bool, default=False)
    kept = [organisations[code] for code in record.codes("organisations", organisations)]
    language = record.code("language", dict(settings.LANGUAGES))
    if User.objects.filter(username=username).exclude(email=address(username)).exists():
        return
    user, created = User.objects.get_or_create(
        username=username, email=address(username), defaults={"is_superuser": is_administrator}
    )
    if not created:
        return
    user.set_password(PASSWORD)
    user.save()
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    if is_coordinator:
        user.groups.add(coordinator_group())
    _join(user, kept)


def address(username: str) -> str:
    """Return the e-mail address by which a user is known to be the demo's own."""
    return f"{username}@demo.example.fi"


def _join(user: User, organisations: list[OrganisationPage]) -> None:
    """Make the user staff of the first organisation, and entrust the others to its group."""
    if not organisations:
        return
    group = create_access(organisation=organisations[0]).group
    user.groups.add(group)
    for organisation in organisations[1:]:
        entrust(organisation=organisation, to=group)
