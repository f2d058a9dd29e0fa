-- Whose the pages of a family are: by the national identity number and nothing else.

-- Whoever writes a number down, the account with that number is found here, and no
-- account is left on a guardian or a child whose number was put right. Where nobody has
-- a number (a demonstration, a test), what is written stands.
CREATE FUNCTION guardian_is_found_by_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.nin_index <> '' AND (TG_OP = 'INSERT' OR NEW.nin_index <> OLD.nin_index) THEN
        NEW.user_id := (SELECT id FROM accounts_user WHERE nin_index = NEW.nin_index);
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER found_by_number BEFORE INSERT OR UPDATE OF nin_index
    ON children_guardianship
    FOR EACH ROW EXECUTE FUNCTION guardian_is_found_by_number();

CREATE FUNCTION child_is_found_by_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    theirs uuid;
BEGIN
    IF NEW.nin_index <> '' AND (TG_OP = 'INSERT' OR NEW.nin_index <> OLD.nin_index) THEN
        SELECT id INTO theirs FROM accounts_user WHERE nin_index = NEW.nin_index;
        -- one account, one child: a second registration of the same child waits
        -- for the two to be joined
        NEW.account_id := CASE WHEN NOT EXISTS (
            SELECT FROM children_child
            WHERE account_id = theirs AND id <> NEW.id) THEN theirs END;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER found_by_number BEFORE INSERT OR UPDATE OF nin_index ON children_child
    FOR EACH ROW EXECUTE FUNCTION child_is_found_by_number();

-- The other way: an account gets its number at the first log-in.
CREATE FUNCTION family_is_found_by_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.nin_index <> '' THEN
        UPDATE children_guardianship SET user_id = NEW.id
        WHERE nin_index = NEW.nin_index AND user_id IS NULL AND ended_at IS NULL;
        UPDATE children_child SET account_id = NEW.id
        WHERE id = (SELECT id FROM children_child
                    WHERE nin_index = NEW.nin_index AND account_id IS NULL
                    ORDER BY registered_at LIMIT 1)
          AND NOT EXISTS (SELECT FROM children_child WHERE account_id = NEW.id);
    END IF;
    RETURN NULL;
END $$;
