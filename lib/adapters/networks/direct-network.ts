import type { Visibility } from '../../domain/direct-post.ts';

/** Who posts. `save` keeps a renewed secret at once: the old one may be worth nothing by then. */
export type Session = {
  server: string;
  remoteId: string;
  secret: string;
  save: (secret: string) => Promise<void>;
};

export type SignedIn = {
  server: string;
  handle: string;
  remoteId: string;
  maxCharacters: number | null;
  /** Opaque to everyone but its own network's client. */
  secret: string;
  call: NetworkCall;
};

export type PostPicture = { blob: Blob; alt: string };

export type PostContent = {
  key: string;
  text: string;
  url: string;
  title: string;
  description: string;
  picture: PostPicture | null;
  language: string;
  visibility: Visibility;
  createdAt: number;
  /** When it was first sent under `key`, for all that is known in vain; null on the first time. */
  triedAt: number | null;
};

/** A request as it left, for the privacy panel; a secret in it is written `…`. */
export type NetworkCall = { method: 'POST' | 'DELETE'; url: string; body: string };

/** `call` is null when the post was found there. */
export type Published = { remoteId: string; postUrl: string; call: NetworkCall | null };

/** What a network does for an account, whichever network it is. Every function throws a `RelaisError`. */
export type DirectNetwork = {
  /** Repeating it with the same key makes no second post, or throws `post_unsure` when that cannot be known. */
  publish(session: Session, content: PostContent): Promise<Published>;
  /** Takes a post down; one that is gone already is taken down. */
  remove(session: Session, remoteId: string): Promise<NetworkCall>;
  /** Makes the secret worthless there. */
  signOut(session: Session): Promise<void>;
};
