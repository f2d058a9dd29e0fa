"""A municipality's own pages. They come last: its name may be any one word."""

from django.urls import URLPattern, path

from laget.public import (
    experiences,
    front_door,
    guides,
    plan,
    programmes,
    services,
    teams,
)

urlpatterns: list[URLPattern] = [
    path("<slug:slug>/", front_door.place, name="place"),
    path("<slug:slug>/worried/", front_door.worried, name="worried"),
    path("<slug:slug>/numbers/", front_door.numbers, name="numbers"),
    path("<slug:slug>/programmes/", programmes.programmes, name="programmes"),
    path(
        "<slug:slug>/programmes/overview/",
        programmes.overview,
        name="programmes-overview",
    ),
    path(
        "<slug:slug>/programmes/<uuid:programme_id>/",
        programmes.programme,
        name="programme",
    ),
    path("<slug:slug>/services/", services.services, name="services"),
    path("<slug:slug>/services/<uuid:service_id>/", services.service, name="service"),
    path("<slug:slug>/teams/", teams.teams, name="teams"),
    path("<slug:slug>/experience/", experiences.experiences, name="experiences"),
    path("<slug:slug>/where/", services.where, name="where"),
    path("<slug:slug>/guide/", guides.guides, name="public-guides"),
    path("<slug:slug>/guide/<slug:key>/", guides.guide, name="public-guide"),
    path("<slug:slug>/plan/", plan.plan, name="plan"),
    path("<slug:slug>/plan/<uuid:plan_id>/", plan.plan, name="one-plan"),
    path("<slug:slug>/law/", plan.law, name="law"),
]
