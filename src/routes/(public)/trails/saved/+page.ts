/** The page has the script of walks alone, so that a saved copy needs no more than that. */
export const csr = false;
