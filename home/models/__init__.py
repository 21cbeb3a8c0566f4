"""The pages around the directory, split by what they present."""

from home.models.article import ArticleIndexPage, ArticlePage
from home.models.door import DoorPage
from home.models.front import FrontPage
from home.models.life_situation import LifeSituationIndexPage, LifeSituationPage
from home.models.municipality import MunicipalityIndexPage, MunicipalityPage
from home.models.service_path import ServicePathIndexPage, ServicePathPage
from home.models.site_settings import HelpNumber, SiteTexts

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "DoorPage",
    "FrontPage",
    "HelpNumber",
    "LifeSituationIndexPage",
    "LifeSituationPage",
    "MunicipalityIndexPage",
    "MunicipalityPage",
    "ServicePathIndexPage",
    "ServicePathPage",
    "SiteTexts",
]
