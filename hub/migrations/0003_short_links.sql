-- How the addresses of items leave; the form is in lib/contract/link.ts. No row: as they are.
CREATE TABLE link_rules (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  rules jsonb NOT NULL
);

-- A short address of an item on a network. It is not known who asked for it: whoever has the key reads what
-- was counted, and the key is in one browser. Only the item says where it leads.
CREATE TABLE links (
  code text PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9]{8}$'),
  key_hash text NOT NULL UNIQUE,
  item_id text NOT NULL REFERENCES items ON DELETE CASCADE,
  network text NOT NULL,
  language text,
  created_on date NOT NULL
);
CREATE INDEX links_by_item ON links (item_id);

CREATE TABLE link_visits (
  code text NOT NULL REFERENCES links ON DELETE CASCADE,
  day date NOT NULL,
  visits integer NOT NULL,
  PRIMARY KEY (code, day)
);

-- One visit a day of each visitor to each link: told by a hash of both with a salt that is thrown away with
-- the day, and the hashes with it. No address is stored.
CREATE TABLE link_salts (
  day date PRIMARY KEY,
  salt text NOT NULL
);
CREATE TABLE link_visitors (
  day date NOT NULL REFERENCES link_salts ON DELETE CASCADE,
  visitor text NOT NULL,
  PRIMARY KEY (day, visitor)
);
