-- One row: what this hub is. Its presence is what "already set up" means.
CREATE TABLE hub_settings (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  company_name text NOT NULL,
  languages text[] NOT NULL CHECK (cardinality(languages) > 0),
  -- The hub holds the sample company: each start prints an invitation.
  is_sample boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE members (
  id uuid PRIMARY KEY,
  display_name text NOT NULL,
  team text,
  role text NOT NULL CHECK (role IN ('member', 'curator', 'admin')),
  created_at timestamptz NOT NULL
);

-- A connected browser. The token itself is never stored.
CREATE TABLE devices (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES members ON DELETE CASCADE,
  name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);
CREATE INDEX devices_by_member ON devices (member_id);

CREATE TABLE groups (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,100}$'),
  visibility text NOT NULL CHECK (visibility IN ('open', 'request', 'private')),
  position integer NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE group_translations (
  group_id text NOT NULL REFERENCES groups ON DELETE CASCADE,
  language text NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  PRIMARY KEY (group_id, language)
);

CREATE TABLE group_members (
  group_id text NOT NULL REFERENCES groups ON DELETE CASCADE,
  member_id uuid NOT NULL REFERENCES members ON DELETE CASCADE,
  joined_at timestamptz NOT NULL,
  PRIMARY KEY (group_id, member_id)
);
CREATE INDEX group_members_by_member ON group_members (member_id);

CREATE TABLE invitations (
  id uuid PRIMARY KEY,
  secret_hash text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  redeemed_at timestamptz,
  member_id uuid REFERENCES members ON DELETE SET NULL
);

-- The groups that the invited person joins on arrival.
CREATE TABLE invitation_groups (
  invitation_id uuid NOT NULL REFERENCES invitations ON DELETE CASCADE,
  group_id text NOT NULL REFERENCES groups ON DELETE CASCADE,
  PRIMARY KEY (invitation_id, group_id)
);

CREATE TABLE media (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content_type text NOT NULL,
  bytes bytea NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE campaigns (
  id text PRIMARY KEY,
  starts_at timestamptz,
  ends_at timestamptz,
  goal integer CHECK (goal > 0)
);

CREATE TABLE campaign_translations (
  campaign_id text NOT NULL REFERENCES campaigns ON DELETE CASCADE,
  language text NOT NULL,
  title text NOT NULL,
  hashtag text,
  PRIMARY KEY (campaign_id, language)
);

CREATE TABLE items (
  id text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,100}$'),
  kind text NOT NULL CHECK (kind IN ('article', 'event', 'job', 'video', 'poll', 'message')),
  author text,
  pinned boolean NOT NULL DEFAULT false,
  campaign_id text REFERENCES campaigns ON DELETE SET NULL,
  media_sha256 text REFERENCES media,
  published_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX items_newest ON items (published_at DESC, id DESC);
CREATE INDEX items_by_campaign ON items (campaign_id);

CREATE TABLE item_translations (
  item_id text NOT NULL REFERENCES items ON DELETE CASCADE,
  language text NOT NULL,
  -- The address that is shared; the hub's own page is only for reading.
  url text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  content_text text NOT NULL,
  image_alt text,
  tags text[] NOT NULL,
  PRIMARY KEY (item_id, language)
);

CREATE TABLE suggestions (
  item_id text NOT NULL REFERENCES items ON DELETE CASCADE,
  position integer NOT NULL,
  language text NOT NULL,
  network text,
  tone text,
  text text NOT NULL,
  PRIMARY KEY (item_id, language, position)
);

CREATE TABLE guidelines (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('charter', 'card')),
  version text NOT NULL,
  position integer NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE guideline_translations (
  guideline_id text NOT NULL REFERENCES guidelines ON DELETE CASCADE,
  language text NOT NULL,
  title text NOT NULL,
  body_markdown text NOT NULL,
  PRIMARY KEY (guideline_id, language)
);

-- The id is the idempotency key. A deleted spot keeps its row, emptied, so that a late repeat of the
-- send cannot bring it back.
CREATE TABLE spots (
  id uuid PRIMARY KEY,
  group_id text NOT NULL REFERENCES groups ON DELETE CASCADE,
  author_id uuid NOT NULL REFERENCES members ON DELETE CASCADE,
  request_hash text,
  url text,
  title text,
  description text,
  image_url text,
  site_name text,
  author text,
  language text,
  quote text,
  comment text,
  tags text[],
  created_at timestamptz NOT NULL,
  deleted_at timestamptz,
  CHECK (deleted_at IS NULL OR num_nonnulls(request_hash, url, title, description, image_url, site_name, author, language, quote, comment, tags) = 0),
  CHECK (deleted_at IS NOT NULL OR num_nulls(request_hash, url, title, description, comment, tags) = 0)
);
CREATE INDEX spots_stream ON spots (group_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX spots_by_author ON spots (author_id);

CREATE TABLE participations (
  member_id uuid PRIMARY KEY REFERENCES members ON DELETE CASCADE,
  display_name text NOT NULL,
  since timestamptz NOT NULL
);

-- Hangs on the participation, not on the member: withdrawing takes every row along.
CREATE TABLE participation_events (
  member_id uuid NOT NULL REFERENCES participations ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('share', 'spot')),
  network text,
  state text NOT NULL CHECK (state IN ('opened', 'confirmed', 'dismissed', 'verified', 'done', 'undone')),
  item_id text,
  day date NOT NULL,
  PRIMARY KEY (member_id, id)
);
CREATE INDEX participation_events_by_day ON participation_events (day);
CREATE INDEX participation_events_by_item ON participation_events (item_id) WHERE kind = 'share';

-- Attempts on invitations, by a keyed hash of the caller's address, forgotten with the window.
CREATE TABLE attempts (
  caller text NOT NULL,
  window_start timestamptz NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (caller, window_start)
);
CREATE TABLE attempt_key (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  key text NOT NULL
);
