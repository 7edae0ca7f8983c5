import { ConnectionPool } from '@libsql/client/sqlite3';

type Connection = ReturnType<ConnectionPool['acquireSync']>;
type Statement = ReturnType<Connection['prepare']>;

/** Statements a connection keeps ready; the longest unused goes first. */
const MOST = 300;
/** Longer ones carry lists of values and hardly come twice. */
const LONGEST = 5000;
/** What may change what other statements mean. */
const SHAPING = /^\s*(?:create|alter|drop|pragma|attach|detach|vacuum|reindex|analyze)\b/i;

/**
 * A pool whose connections keep their statements ready. The client prepares every statement anew each
 * time it runs, which for the small ones of a save costs several times what running them does.
 */
export class ReadyPool extends ConnectionPool {
	readonly #known = new WeakSet<Connection>();

	override async acquire(forTransaction?: boolean): Promise<Connection> {
		return this.#readied(await super.acquire(forTransaction));
	}

	#readied(connection: Connection): Connection {
		if (!this.#known.has(connection)) {
			this.#known.add(connection);
			keepReady(connection);
		}
		return connection;
	}
}

/** Makes a connection hand out statements it has prepared before. */
function keepReady(connection: Connection): void {
	const ready = new Map<string, Ready>();
	const prepare = connection.prepare.bind(connection);
	const close = connection.close.bind(connection);
	const once = (sql: string): Ready => {
		if (sql.length > LONGEST) return new Ready(() => prepare(sql));
		if (SHAPING.test(sql)) {
			ready.clear();
			return new Ready(() => prepare(sql));
		}
		const known = ready.get(sql) ?? new Ready(() => prepare(sql));
		ready.delete(sql);
		ready.set(sql, known);
		if (ready.size > MOST) ready.delete(ready.keys().next().value!);
		return known;
	};
	Object.assign(connection, {
		prepare: once,
		close: () => {
			ready.clear();
			return close();
		}
	});
}

/**
 * A statement as the client uses it: set up (whole numbers exact, rows as lists), asked for its
 * columns, and run to its end before anything else happens on the connection.
 */
class Ready {
	readonly #prepare: () => Statement;
	#statement: Statement | null = null;
	#columns: ReturnType<Statement['columns']> | null = null;
	/** Why it gives no rows, once it said so. */
	#mute: unknown = null;
	/** Values bound last time: what is not bound again would keep its old value. */
	#bound = 0;

	constructor(prepare: () => Statement) {
		this.#prepare = prepare;
		this.#open();
	}

	#open(): Statement {
		const statement = this.#prepare().safeIntegers(true);
		try {
			statement.raw(true);
		} catch (mute) {
			this.#mute = mute;
		}
		return (this.#statement = statement);
	}

	safeIntegers(): this {
		return this;
	}

	/** @throws for a statement that gives no rows: so the client tells them apart */
	raw(): this {
		if (this.#mute !== null) throw this.#mute;
		return this;
	}

	columns(): ReturnType<Statement['columns']> {
		return (this.#columns ??= (this.#statement ?? this.#open()).columns());
	}

	all(args: unknown): unknown[] {
		return this.#act(args, (statement) => statement.all(args as unknown[]));
	}

	run(args: unknown = []): unknown {
		return this.#act(args, (statement) => statement.run(args as unknown[]));
	}

	#act<T>(args: unknown, act: (statement: Statement) => T): T {
		const count = Array.isArray(args) ? args.length : 0;
		const fresh = !Array.isArray(args) || count < this.#bound;
		const statement = (fresh ? null : this.#statement) ?? this.#open();
		this.#bound = count;
		// One that breaks off half way is not run again.
		this.#statement = null;
		const done = act(statement);
		this.#statement = statement;
		return done;
	}
}
