"""Ask for help without a referral, and follow what happens."""
