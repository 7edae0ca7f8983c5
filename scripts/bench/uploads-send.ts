import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { randomFillSync } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { stopped } from './portal';

const MB = 1024 * 1024;

/** Writes a file that begins as a film does and is noise after it. */
export function makeFilm(path: string, bytes: number): void {
	const file = openSync(path, 'w');
	const piece = Buffer.alloc(16 * MB);
	for (let at = 0; at < bytes; at += piece.length) {
		randomFillSync(piece);
		if (at === 0) piece.write('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 0, 'latin1');
		writeSync(file, piece, 0, Math.min(piece.length, bytes - at));
	}
	fsyncSync(file);
	closeSync(file);
}

/**
 * Runs a program to its end; what it wrote to its standard output. Null when it is not installed.
 * @param started given its process
 */
export function run(
	program: string,
	argv: string[],
	started?: (child: ChildProcess) => void
): Promise<string | null> {
	return new Promise((done, failed) => {
		const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'ignore'] });
		started?.(child);
		let out = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
		child.on('error', (error: NodeJS.ErrnoException) =>
			error.code === 'ENOENT' ? done(null) : failed(error)
		);
		child.on('close', () => done(out));
	});
}

/** Where films are sent to, and as whom. */
export interface Counter {
	origin: string;
	entryId: string;
	cookie: string;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Begins an upload of so many bytes; its address. */
async function begin(
	{ origin, entryId, cookie }: Counter,
	bytes: number
): Promise<string> {
	const answer = await fetch(`${origin}/uploads`, {
		method: 'POST',
		headers: {
			origin,
			cookie,
			'tus-resumable': '1.0.0',
			'upload-length': String(bytes),
			'upload-metadata': `entry ${base64(entryId)},material ${base64('film')}`
		}
	});
	if (answer.status !== 201) throw new Error(`no upload: ${await answer.text()}`);
	return origin + answer.headers.get('location')!;
}

/** Sends a file with curl, as nobody’s browser is in the way then; seconds until it was answered. */
async function timed(argv: string[], started?: (child: ChildProcess) => void): Promise<number> {
	const began = performance.now();
	const options = ['-s', '-o', '/dev/null', '-w', '%{http_code}'];
	const said = await run('curl', [...options, ...argv], started);
	if (said === null) throw new Error('curl is not installed: nothing sends the films');
	if (!/^20[14]$/.test(said)) throw new Error(`the film was answered ${said}`);
	return (performance.now() - began) / 1000;
}

/**
 * Sends a file as one upload, in one request; seconds until it was kept.
 * @param started given the process that sends
 */
export async function send(
	counter: Counter,
	path: string,
	bytes: number,
	started?: (child: ChildProcess) => void
): Promise<number> {
	const address = await begin(counter, bytes);
	const headers = [
		`Origin: ${counter.origin}`,
		`Cookie: ${counter.cookie}`,
		'Tus-Resumable: 1.0.0',
		'Upload-Offset: 0',
		'Content-Type: application/offset+octet-stream',
		'Expect:'
	];
	const argv = ['-X', 'PATCH', ...headers.flatMap((one) => ['-H', one]), '-T', path, address];
	return timed(argv, started);
}

/** nginx that takes files by PUT into a folder, or null when there is none. */
interface Nginx {
	/** Sends a file and brings it to the disk; seconds. */
	put: (path: string) => Promise<number>;
	stop: () => Promise<void>;
}

export async function startNginx(folder: string, port: number): Promise<Nginx | null> {
	const program = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'];
	const home = join(folder, 'nginx');
	mkdirSync(join(home, 'files'), { recursive: true });
	const config = join(home, 'nginx.conf');
	writeFileSync(
		config,
		`daemon off; pid ${home}/pid; error_log ${home}/error.log; worker_processes 1;
events { worker_connections 64; }
http {
	access_log off; client_max_body_size 0; client_body_temp_path ${home}/body;
	proxy_temp_path ${home}/p; fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
	server { listen 127.0.0.1:${port}; root ${home}/files; dav_methods PUT; client_body_buffer_size 1m; }
}
`
	);
	for (const path of program) {
		const child = spawn(path, ['-c', config, '-p', home, '-g', 'user root;'], {
			stdio: 'ignore'
		});
		const failed = await new Promise<boolean>((done) => {
			child.once('error', () => done(true));
			child.once('exit', () => done(true));
			setTimeout(() => done(false), 500);
		});
		if (failed) continue;
		let sent = 0;
		return {
			async put(film) {
				const name = `film-${++sent}`;
				const took = await timed(['-H', 'Expect:', '-T', film, `http://127.0.0.1:${port}/${name}`]);
				// An upload of ours is on the disk when it is answered: the same is asked here.
				const began = performance.now();
				const file = openSync(join(home, 'files', name), 'r');
				fsyncSync(file);
				closeSync(file);
				const all = took + (performance.now() - began) / 1000;
				rmSync(join(home, 'files', name));
				return all;
			},
			stop: () => stopped(child)
		};
	}
	return null;
}
