import { createHash } from 'node:crypto';
import { script } from 'virtual:offline/walk';

export { script };

const version = createHash('sha256').update(script).digest('hex').slice(0, 12);

/** Where the script of a walk lies; another script has another address. */
export const address = `/trails/walk.js?v=${version}`;
