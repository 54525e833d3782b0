-- Where the hub reads the company's own public feeds. Those of RELAIS_SOURCES are `listed`; one that is
-- listed no more is left alone, and keeps its items.
CREATE TABLE sources (
  id uuid PRIMARY KEY,
  url text NOT NULL UNIQUE,
  -- Where it moved for good, by its own word.
  moved_to text,
  listed boolean NOT NULL,
  title text,
  etag text,
  last_modified text,
  next_poll_at timestamptz NOT NULL,
  -- The last time that it was read or said to be unchanged.
  read_at timestamptz,
  -- Why the last attempt failed, and how many failed in a row.
  failure text,
  failure_count integer NOT NULL DEFAULT 0,
  -- It answered 410: it is asked no more.
  gone_at timestamptz,
  created_at timestamptz NOT NULL
);

-- The smaller copy of a picture is a picture of its own.
ALTER TABLE media
  ADD COLUMN width integer,
  ADD COLUMN height integer,
  ADD COLUMN small_sha256 text REFERENCES media;
CREATE INDEX media_by_small ON media (small_sha256);

ALTER TABLE items DROP CONSTRAINT items_kind_check;
ALTER TABLE items
  ADD CONSTRAINT items_kind_check CHECK (kind IN ('article', 'event', 'job', 'video', 'poll', 'message', 'engage')),
  -- Until then, members see it as coming soon and nobody else sees it.
  ADD COLUMN embargo_until timestamptz,
  ADD COLUMN expires_at timestamptz,
  ADD COLUMN event_starts_at timestamptz,
  ADD COLUMN event_ends_at timestamptz CHECK (event_ends_at >= event_starts_at),
  ADD COLUMN poll_closes_at timestamptz,
  -- Where it may be shared; NULL for anywhere.
  ADD COLUMN networks text[],
  -- Whom it is for. Empty asks nothing; an item that asks anything is for members only.
  ADD COLUMN audience_roles text[] NOT NULL DEFAULT '{}',
  ADD COLUMN audience_countries text[] NOT NULL DEFAULT '{}',
  ADD COLUMN audience_languages text[] NOT NULL DEFAULT '{}',
  -- For what a source brought: its identifier there, what it said last, and its picture's address.
  ADD COLUMN source_id uuid REFERENCES sources,
  ADD COLUMN external_id text,
  ADD COLUMN source_digest text,
  ADD COLUMN picture_url text,
  -- See feed_clock.
  ADD COLUMN feed_version bigint NOT NULL DEFAULT 0,
  ADD UNIQUE (source_id, external_id);
CREATE INDEX items_by_media ON items (media_sha256);
CREATE INDEX items_by_feed_version ON items (feed_version);
CREATE INDEX items_by_embargo ON items (embargo_until) WHERE embargo_until IS NOT NULL;
CREATE INDEX items_by_expiry ON items (expires_at) WHERE expires_at IS NOT NULL;

ALTER TABLE item_translations
  -- NULL for an entry without an address: its page on the hub is what is shared.
  ALTER COLUMN url DROP NOT NULL,
  ADD COLUMN author_title text,
  ADD COLUMN event_place text,
  ADD COLUMN poll_choices text[],
  ADD COLUMN job_place text,
  ADD COLUMN job_contract text;

-- Empty roles: for everyone.
ALTER TABLE guidelines ADD COLUMN roles text[] NOT NULL DEFAULT '{}';
ALTER TABLE guideline_translations
  ADD COLUMN good_example text,
  ADD COLUMN bad_example text,
  -- {text, choices, answer, why}
  ADD COLUMN question jsonb;

-- Rules that a browser evaluates while someone writes; the form is in lib/contract/check.ts.
CREATE TABLE checks (
  id text PRIMARY KEY,
  level text NOT NULL CHECK (level IN ('off', 'advice', 'warning', 'block')),
  rule jsonb,
  scope jsonb,
  examples jsonb,
  position integer NOT NULL
);

CREATE TABLE check_translations (
  check_id text NOT NULL REFERENCES checks ON DELETE CASCADE,
  language text NOT NULL,
  help text NOT NULL,
  PRIMARY KEY (check_id, language)
);

-- What changed since when. Each transaction that writes content takes the next version and holds this row
-- until it commits, so versions become visible in their order: who has seen version n has seen all that
-- came before. Content is written rarely enough to wait for one another. The epoch tells this history
-- from another one: a restored backup needs a new one.
CREATE TABLE feed_clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch uuid NOT NULL,
  version bigint NOT NULL,
  -- Removals up to this version are forgotten: older cursors are refused.
  forgotten_version bigint NOT NULL
);
INSERT INTO feed_clock (epoch, version, forgotten_version) VALUES (gen_random_uuid(), 0, 0);

-- Items that were deleted. One that a source brought is not brought back by it.
CREATE TABLE item_removals (
  item_id text PRIMARY KEY,
  source_id uuid,
  feed_version bigint NOT NULL,
  removed_at timestamptz NOT NULL
);
CREATE INDEX item_removals_by_feed_version ON item_removals (feed_version);

CREATE FUNCTION take_feed_version() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  taken text := current_setting('relais.feed_version', true);
BEGIN
  -- Set for the transaction only; an unset one reads as NULL or as empty.
  IF coalesce(taken, '') = '' THEN
    UPDATE feed_clock SET version = version + 1 RETURNING version::text INTO taken;
    PERFORM set_config('relais.feed_version', taken, true);
  END IF;
  RETURN taken::bigint;
END $$;

-- Before any row is touched, so that two writers cannot wait for each other's rows.
CREATE FUNCTION enter_feed_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM take_feed_version();
  RETURN NULL;
END $$;

CREATE FUNCTION stamp_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.feed_version := take_feed_version();
  IF TG_OP = 'INSERT' THEN
    DELETE FROM item_removals WHERE item_id = NEW.id;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION stamp_item_of_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken bigint := take_feed_version();
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE items SET feed_version = taken WHERE id = OLD.item_id AND feed_version <> taken;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE items SET feed_version = taken WHERE id = NEW.item_id AND feed_version <> taken;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION record_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO item_removals (item_id, source_id, feed_version, removed_at)
  VALUES (OLD.id, OLD.source_id, take_feed_version(), now())
  ON CONFLICT (item_id) DO UPDATE SET feed_version = excluded.feed_version, removed_at = excluded.removed_at;
  RETURN NULL;
END $$;

CREATE TRIGGER enter_feed_clock BEFORE INSERT OR UPDATE OR DELETE ON items
  FOR EACH STATEMENT EXECUTE FUNCTION enter_feed_clock();
CREATE TRIGGER stamp_item BEFORE INSERT OR UPDATE ON items
  FOR EACH ROW EXECUTE FUNCTION stamp_item();
CREATE TRIGGER record_removal AFTER DELETE ON items
  FOR EACH ROW EXECUTE FUNCTION record_removal();
CREATE TRIGGER enter_feed_clock BEFORE INSERT OR UPDATE OR DELETE ON item_translations
  FOR EACH STATEMENT EXECUTE FUNCTION enter_feed_clock();
CREATE TRIGGER stamp_item AFTER INSERT OR UPDATE OR DELETE ON item_translations
  FOR EACH ROW EXECUTE FUNCTION stamp_item_of_part();
CREATE TRIGGER enter_feed_clock BEFORE INSERT OR UPDATE OR DELETE ON suggestions
  FOR EACH STATEMENT EXECUTE FUNCTION enter_feed_clock();
CREATE TRIGGER stamp_item AFTER INSERT OR UPDATE OR DELETE ON suggestions
  FOR EACH ROW EXECUTE FUNCTION stamp_item_of_part();
-- Deleting a campaign takes it off its items.
CREATE TRIGGER enter_feed_clock BEFORE DELETE ON campaigns
  FOR EACH STATEMENT EXECUTE FUNCTION enter_feed_clock();
