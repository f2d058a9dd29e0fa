"""What a family has a right to, and the duty to report."""

from laget.rights.models.offer import Offer, OfferRule, Said
from laget.rights.models.report import Report

__all__ = ["Offer", "OfferRule", "Report", "Said"]
