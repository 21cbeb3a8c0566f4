"""compose.yaml and the Dockerfile: what no schema and no linter knows of this project."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.servers.distribution import VERSION as ELASTICSEARCH

DOCKER = Path(__file__).resolve().parents[2] / "docker"
COMPOSE = yaml.safe_load((DOCKER / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
SCRIPT = r"docker/[\w.]+\.(?:py|sh)\b"
# Made by who runs the site, and kept out of the repository and the image.
BY_THE_OPERATOR = (".env", "secrets")

every_service = pytest.mark.parametrize("name", SERVICES)


def test_every_part_of_a_region_is_there() -> None:
    parts = {"nginx", "web", "embed", "worker", "maintenance", "setup"}
    assert set(SERVICES) == parts | {"database", "elasticsearch", "cache"}


def test_only_nginx_is_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    outward = {name for name, net in COMPOSE["networks"].items() if not (net or {}).get("internal")}
    servers = {"database", "elasticsearch", "cache", "embed"}
    assert not [name for name in servers if outward & set(SERVICES[name]["networks"])]


@every_service
def test_a_service_gets_no_more_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is (name != "elasticsearch")
    assert service["mem_limit"]
    assert service["pids_limit"]
    assert service["logging"]["options"]["max-size"]


@every_service
def test_nothing_runs_as_root(name: str) -> None:
    # Our own image and Elasticsearch's name their user themselves.
    image = SERVICES[name]["image"]
    assert SERVICES[name].get("user") or re.match(r"familycentre$|.*/elasticsearch:", image)


@every_service
def test_images_say_their_version(name: str) -> None:
    service = SERVICES[name]
    assert "build" in service or re.search(r":\d", service["image"])


def test_elasticsearch_is_the_one_that_the_tests_run_on() -> None:
    assert SERVICES["elasticsearch"]["image"].endswith(f":{ELASTICSEARCH}")


@every_service
def test_what_runs_on_tells_its_health(name: str) -> None:
    service = SERVICES[name]
    in_image = service["image"] == "familycentre" and "command" not in service
    assert service["restart"] == ("no" if name == "setup" else "unless-stopped")
    assert in_image or "healthcheck" in service


@every_service
def test_secrets_come_as_files(name: str) -> None:
    service = SERVICES[name]
    environment = service.get("environment", {})
    for variable, value in environment.items():
        if re.search("PASSWORD|SECRET|EMAIL_URL", variable):
            assert variable.endswith("_FILE")
            assert Path(value).name in service["secrets"]
    assert not re.search(r"://[^/@]*:[^/@]*@", str(environment))


@every_service
def test_what_is_mounted_from_the_checkout_is_there(name: str) -> None:
    for volume in SERVICES[name].get("volumes", []):
        source = volume.split(":")[0]
        if source.startswith("./"):
            assert Path(source).parts[0] in BY_THE_OPERATOR or (DOCKER / source).exists()
        else:
            assert source in COMPOSE["volumes"]


@pytest.mark.parametrize("name", BY_THE_OPERATOR)
def test_what_the_operator_makes_stays_out_of_repository_and_image(name: str) -> None:
    project = DOCKER.parent
    assert f"docker/{name}" in (project / ".dockerignore").read_text().splitlines()
    ignored = (project / ".gitignore").read_text().splitlines()
    assert {f"/docker/{name}", f"/docker/{name}/"} & set(ignored)


def test_the_image_starts_as_somebody_without_rights() -> None:
    lines = (DOCKER / "Dockerfile").read_text().splitlines()
    starting = [line for line in lines if line.startswith(("USER", "CMD"))]
    assert starting[0] == "USER 10001"
    assert all(re.search(r":\d", line) for line in lines if line.startswith("FROM"))
    assert any(line.startswith("HEALTHCHECK") for line in lines)


def test_files_that_the_image_runs_are_in_it() -> None:
    named = re.findall(SCRIPT, str([*SERVICES.values()]))
    named += re.findall(SCRIPT, (DOCKER / "Dockerfile").read_text())
    assert {"docker/setup.sh", "docker/healthcheck.py"} <= set(named)
    assert [name for name in named if not (DOCKER.parent / name).exists()] == []
