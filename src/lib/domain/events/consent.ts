/**
 * Version of the text people agree to when they sign up (`words/signup`); a changed text is another
 * version, and every sign-up keeps the version it agreed to.
 */
export const CONSENT_VERSION = '2026-11.2';
