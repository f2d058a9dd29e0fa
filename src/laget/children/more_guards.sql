-- An eID gives a number and no name, so somebody of a family is called what those who
-- help the child have written down; and no longer so when the number was another's.

CREATE OR REPLACE FUNCTION guardian_is_found_by_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.nin_index <> '' AND (TG_OP = 'INSERT' OR NEW.nin_index <> OLD.nin_index) THEN
        NEW.user_id := (SELECT id FROM accounts_user WHERE nin_index = NEW.nin_index);
        UPDATE accounts_user SET name = NEW.name WHERE id = NEW.user_id AND name = '';
        IF TG_OP = 'UPDATE' THEN
            UPDATE accounts_user SET name = ''
            WHERE id = OLD.user_id AND name = OLD.name AND nin_index <> ''
              AND id IS DISTINCT FROM NEW.user_id;
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION family_is_found_by_number() RETURNS trigger
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
        UPDATE accounts_user SET name = COALESCE(
            (SELECT name FROM children_guardianship
             WHERE user_id = NEW.id ORDER BY added_at LIMIT 1),
            (SELECT name FROM children_child WHERE account_id = NEW.id), '')
        WHERE id = NEW.id AND name = '';
    END IF;
    RETURN NULL;
END $$;
