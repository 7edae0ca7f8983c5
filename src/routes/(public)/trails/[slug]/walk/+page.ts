/** The page has one script of its own, so that a saved copy needs no more than that. */
export const csr = false;
