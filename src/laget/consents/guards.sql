-- A consent stands only when somebody said yes and nobody said no.
CREATE FUNCTION consent_must_be_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.effective_at IS NOT NULL AND (
        NOT EXISTS (SELECT FROM consents_answer
                    WHERE consent_id = NEW.id AND said = 'yes')
        OR EXISTS (SELECT FROM consents_answer
                   WHERE consent_id = NEW.id AND said = 'no'))
    THEN
        RAISE EXCEPTION 'consent_stands_by_answers' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER must_be_given AFTER INSERT OR UPDATE OF effective_at ON consents_consent
    FOR EACH ROW EXECUTE FUNCTION consent_must_be_given();
