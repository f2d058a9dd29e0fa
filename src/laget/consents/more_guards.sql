-- A consent that has ended stays ended, and what has begun to stand began when it did.
CREATE FUNCTION consent_ends_once() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL
       OR (OLD.effective_at IS NOT NULL
           AND NEW.effective_at IS DISTINCT FROM OLD.effective_at)
    THEN
        RAISE EXCEPTION 'consent_ends_once' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ends_once BEFORE UPDATE ON consents_consent
    FOR EACH ROW EXECUTE FUNCTION consent_ends_once();
