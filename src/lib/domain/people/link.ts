const MINUTE = 60_000;

/** What a one-time link is for, and how long it is good, in milliseconds. */
export const linkLives = {
	confirm: 24 * 60 * MINUTE,
	reset: 10 * MINUTE,
	invite: 7 * 24 * 60 * MINUTE,
	email: 60 * MINUTE
} as const;
export type LinkPurpose = keyof typeof linkLives;

/** Where each link leads; the token follows as `?token=`. */
export const linkPaths: Readonly<Record<LinkPurpose, string>> = {
	confirm: '/register/confirm',
	invite: '/register/confirm',
	reset: '/reset/confirm',
	email: '/account/email/confirm'
};

/** How a token of ours looks: 200 random bits in base 32. */
export const isToken = (text: string | null | undefined): text is string =>
	!!text && /^[a-z2-7]{40}$/.test(text);
