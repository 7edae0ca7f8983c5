import type { UploadDesk } from './films/upload-desk';

/**
 * What the outer door and the SvelteKit bundle have in common. They are two module graphs in one
 * process, so the only place both can reach is the global object.
 */
type Shared = {
	/** Absolute path of the project: where `drizzle/`, `static/` and `build/` lie. */
	root: string;
	/** Grows by one with every change of public content; caches are valid for one value. */
	contentVersion: number;
	/** Named readiness checks; each throws when its part cannot work. */
	checks: Map<string, () => Promise<void>>;
	/** Run once while stopping, after the last answer, in reverse order of registration. */
	closers: (() => Promise<void>)[];
	/** Sentences for the operator, printed once after the address at start. */
	notices: string[];
	/** Extra content-security-policy sources a worker script may connect to, e.g. a live base. */
	connectSources: string[];
	/** Writes a defect to the operator's log under the id the visitor is shown; set by the door. */
	report: ((error: unknown, id: string) => void) | null;
	/** When a page was asked for last, by `performance.now()`: those who send much leave it room. */
	askedAt: number;
	/** Takes in uploads, which the door speaks of with browsers; set while the portal is awake. */
	uploads: UploadDesk | null;
};

const KEY = Symbol.for('liantu');
const world = globalThis as { [KEY]?: Shared };

/** The one shared record of this process; made on first use. */
export const shared: Shared = (world[KEY] ??= {
	root: process.cwd(),
	contentVersion: 1,
	checks: new Map(),
	closers: [],
	notices: [],
	connectSources: [],
	report: null,
	askedAt: -Infinity,
	uploads: null
});
