"""What nginx does itself: names, HTTPS, files, limits, privacy."""

from collections.abc import Callable
from time import monotonic, sleep

import httpx
import pytest

from tests.docker.region import EMBED_HOST, SITE_HOST, Region
from tests.servers.ports import LOOPBACK

pytestmark = [pytest.mark.nginx, pytest.mark.once, pytest.mark.xdist_group("nginx")]
PATIENCE = 10  # seconds
YEAR = "public, max-age=31536000, immutable"


def eventually(read: Callable[[], str], is_ready: Callable[[str], bool]) -> str:
    """Return what is read once it is ready."""
    deadline = monotonic() + PATIENCE
    while not is_ready(text := read()):
        assert monotonic() < deadline, text
        sleep(0.05)
    return text


def plain_http(region: Region, host: str, path: str = "/") -> httpx.Response:
    address = f"http://{LOOPBACK}:{region.proxy.http_port}{path}"
    return httpx.get(address, headers={"Host": host})


@pytest.mark.parametrize("host", [SITE_HOST, EMBED_HOST])
def test_plain_http_goes_on_to_https(region: Region, host: str) -> None:
    answer = plain_http(region, host, "/fi/?q=uni")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"https://{host}/fi/?q=uni"


def test_unknown_names_get_nothing(region: Region) -> None:
    with pytest.raises(httpx.TransportError):
        plain_http(region, "somebody.example")
    with region.visitor("somebody.example") as client, pytest.raises(httpx.ConnectError):
        client.get("/")


def test_the_container_asks_whether_nginx_lives(region: Region) -> None:
    assert plain_http(region, LOOPBACK, "/health/proxy").status_code == 204


def test_a_page_comes_whole_with_its_headers_once(visitor: httpx.Client) -> None:
    answer = visitor.get("/fi/")
    assert answer.status_code == 200
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers.get_list("Strict-Transport-Security") == [
        "max-age=31536000; includeSubDomains; preload"
    ]
    for name in ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        assert len(answer.headers.get_list(name)) == 1
    assert "nginx/" not in answer.headers["Server"]
    assert not answer.cookies


def test_hashed_static_files_are_kept_for_a_year(visitor: httpx.Client) -> None:
    style = next(
        word for word in visitor.get("/fi/").text.split('"') if word.startswith("/static/css/")
    )
    answer = visitor.get(style)
    assert answer.headers["Cache-Control"] == YEAR
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Type"].startswith("text/css")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_other_static_files_are_asked_for_again(visitor: httpx.Client) -> None:
    answer = visitor.get("/static/css/base.css")
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    again = visitor.get("/static/css/base.css", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_missing_static_files_are_not_kept(visitor: httpx.Client) -> None:
    answer = visitor.get("/static/css/base.000000000000.css")
    assert answer.status_code == 404
    assert "Cache-Control" not in answer.headers


def test_pictures_are_given_and_documents_are_not(region: Region, visitor: httpx.Client) -> None:
    for name in ("images/house.png", "original_images/house.png", "documents/secret.pdf"):
        file = region.folder / "media" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"content")
    picture = visitor.get("/media/images/house.png")
    assert picture.content == b"content"
    assert picture.headers["Content-Type"] == "image/png"
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    for path in ("original_images/house.png", "documents/secret.pdf", "images/../db.sqlite3"):
        assert visitor.get(f"/media/{path}").status_code == 404


def test_large_bodies_are_refused_except_from_editors(visitor: httpx.Client) -> None:
    body = b"x" * 2_000_000
    assert visitor.post("/api/v2/pages/", content=body).status_code == 413
    assert visitor.post("/admin/login/", content=body).status_code == 403  # no CSRF token


def test_the_log_tells_nothing_about_visitors(region: Region, visitor: httpx.Client) -> None:
    assert visitor.get("/fi/etsi/", params={"q": "lasten-ero"}).status_code == httpx.codes.OK
    # nginx writes the line after the answer.
    log = eventually(region.proxy.access_log.read_text, lambda text: '"/fi/etsi/" 200' in text)
    assert "lasten-ero" not in log
    assert LOOPBACK not in log


def test_the_health_of_the_site_can_be_asked(visitor: httpx.Client) -> None:
    assert visitor.get("/health/ready").json() == {"status": "ok"}


def test_the_embedded_head_answers_under_its_own_name(region: Region) -> None:
    with region.visitor(EMBED_HOST) as client:
        assert client.get("/health").text == "ok"
        assert client.get("/fi/").status_code in {200, 404}
        assert client.post("/", content=b"x" * 2_000).status_code == 413
