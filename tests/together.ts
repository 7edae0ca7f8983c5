import { afterAll } from 'vitest';
import { closeAll } from './make';

// Runs with every file of laws that share a process: what one made is gone before the next begins.
afterAll(closeAll);
