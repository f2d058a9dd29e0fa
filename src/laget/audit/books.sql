-- The books: stamped, remembered and chained by the database itself.

-- Who, as whom, through what and when: nobody can name another or another time.
CREATE FUNCTION audit_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.actor := actor();
    NEW.role := acting_as();
    NEW.via := acting_via();
    NEW.at := clock_exact();
    RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON audit_event
    FOR EACH ROW EXECUTE FUNCTION audit_stamp();
CREATE TRIGGER stamp BEFORE INSERT ON audit_history
    FOR EACH ROW EXECUTE FUNCTION audit_stamp();

-- SECURITY DEFINER: the application itself cannot write a line of history.
CREATE FUNCTION audit_remember() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    line jsonb := to_jsonb(COALESCE(NEW, OLD));
BEGIN
    INSERT INTO audit_history
        (id, subject, "table", "row", before, after, hidden)
    VALUES (gen_random_uuid(), (line ->> TG_ARGV[0])::uuid, TG_TABLE_NAME,
            (line ->> 'id')::uuid, to_jsonb(OLD), to_jsonb(NEW), false);
    RETURN NULL;
END $$;

-- The chain: every line of both books in the order in which it was committed. The head
-- is locked only while a transaction commits, and by one lock, so nobody waits in a ring.
-- Each line gets its link; when all have theirs, the head is moved, once: else every line
-- would step over the heads that the lines before it left behind.
CREATE TABLE audit_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    nr bigint NOT NULL,
    hash bytea NOT NULL
) WITH (fillfactor = 10);
INSERT INTO audit_head (nr, hash) VALUES (0, sha256('laget'));
CREATE TABLE audit_link (
    nr bigint PRIMARY KEY,
    book char NOT NULL CHECK (book IN ('e', 'h')),
    line uuid NOT NULL,
    hash bytea NOT NULL
);

CREATE FUNCTION audit_words(line audit_event) RETURNS bytea LANGUAGE sql STABLE
    RETURN sha256(convert_to(jsonb_build_array(
        line.id, line.subject, line.object, line.actor, line.role, line.via,
        (extract(epoch FROM line.at) * 1000000)::bigint, line.action, line.details
    )::text, 'UTF8'));
CREATE FUNCTION audit_words(line audit_history) RETURNS bytea LANGUAGE sql STABLE
    RETURN sha256(convert_to(jsonb_build_array(
        line.id, line.subject, line.actor, line.role, line.via,
        (extract(epoch FROM line.at) * 1000000)::bigint, line."table", line."row",
        line.before, line.after
    )::text, 'UTF8'));

CREATE FUNCTION audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    head audit_head;
    last audit_link;
BEGIN
    SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
    SELECT * INTO last FROM audit_link WHERE nr > head.nr ORDER BY nr DESC LIMIT 1;
    IF last.nr IS NULL THEN  -- this transaction's first line
        last.nr := head.nr;
        last.hash := head.hash;
    END IF;
    INSERT INTO audit_link VALUES (last.nr + 1, TG_ARGV[0], NEW.id,
                                   sha256(last.hash || audit_words(NEW)));
    RETURN NULL;
END $$;

-- Deferred by a deferred trigger, it runs when every line of the transaction has its link.
CREATE FUNCTION audit_move_head() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.nr > (SELECT nr FROM audit_head) THEN
        UPDATE audit_head SET (nr, hash) = (
            SELECT nr, hash FROM audit_link ORDER BY nr DESC LIMIT 1);
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON audit_event
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION audit_chain('e');
CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON audit_history
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION audit_chain('h');

CREATE CONSTRAINT TRIGGER move_head AFTER INSERT ON audit_link
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION audit_move_head();

-- The head may be known to anyone and is kept apart: it says nothing about anybody.
CREATE FUNCTION audit_latest(OUT nr bigint, OUT hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT nr, hash FROM audit_head
$$;
