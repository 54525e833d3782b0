-- Corrections of the networks' composers, and networks taken off (template null); the form is in
-- lib/contract/recipe.ts.
CREATE TABLE recipes (
  network text PRIMARY KEY,
  template text,
  updated_at timestamptz NOT NULL DEFAULT now()
);
