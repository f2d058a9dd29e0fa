"""I need help: one way in to the municipality, for anyone, without a referral."""
