import type { uploads as zh } from '../zh/uploads';

type Detail = Readonly<Record<string, string | number>>;

const size = (bytes: number | string | undefined): string => {
	const n = Number(bytes ?? 0);
	if (n >= 1024 ** 3) return `${Math.round((n / 1024 ** 3) * 10) / 10} GB`;
	if (n >= 1024 ** 2) return `${Math.round(n / 1024 ** 2)} MB`;
	return `${Math.max(1, Math.round(n / 1024))} KB`;
};

const same = (text: string) => () => text;

/** Why an upload is not taken: one sentence for the reason and what to do. */
export const uploads: typeof zh = {
	reason: {
		'sign-in': same('You have been signed out. Sign in and go on; what has arrived is safe.'),
		refused: same('This account has not passed its second step yet. Do that before uploading.'),
		missing: same('There is no such entry, material or upload, or it belongs to another account.'),
		gone: same('This upload was ended or expired and its bytes are deleted. Please start again.'),
		decided: same('This entry cannot be changed now, so nothing can be uploaded.'),
		closed: same('The call has closed. Nothing more can be uploaded.'),
		'not-open': same('The call has not opened yet.'),
		'not-published': same('This edition is not published yet.'),
		archived: same('This edition is archived.'),
		'correction-over': same('The time for corrections is over.'),
		'too-large': ({ limit }: Detail) =>
			`The file is too large: at most ${size(limit)} here. Please compress it.`,
		'too-long': same(
			'More came than was announced. The rest was not taken; choose the file again.'
		),
		'too-many': ({ limit }: Detail) =>
			`At most ${limit} file(s) here. Remove one before you upload another.`,
		'too-many-open': same('There are too many unfinished uploads. Finish or cancel some first.'),
		'too-often': same(
			'Too many uploads were begun or given up within an hour. What has arrived is safe; try again later.'
		),
		quota: ({ limit, used }: Detail) =>
			`This is more than one account may upload in this edition: ${size(limit)}, of which ${size(used)} are taken. Remove files or cancel unfinished uploads.`,
		disk: same('The server has no room left. What has arrived is safe; try again later.'),
		empty: same('The file is empty. Please choose another.'),
		length: same('The length of the file is not said correctly. Please choose the file again.'),
		metadata: same('The upload is not described correctly. Reload the page and try again.'),
		protocol: same('The uploading program has the wrong version. Reload the page and try again.'),
		type: same('Only uploads are taken at this address. Reload the page and try again.'),
		offset: same('The upload goes on somewhere else. Ask how far it is and continue there.'),
		busy: same('The same file is coming from another page or device. Wait until that ends.'),
		checksum: same('This piece was damaged on its way and not taken. Send it again.'),
		hash: same('What arrived is not what is on your computer. It was not taken; upload it again.'),
		unfinished: same('Some parts have not arrived completely yet.'),
		program: same('This is a program. It cannot be uploaded.'),
		page: same('This is a web page or markup, not what was asked for.'),
		vector: same('SVG pictures may hold scripts and are not taken. Export a PNG.'),
		archive: same('Archives are not taken. Unpack it and upload what is inside.'),
		playlist: same('This is a playlist without a film in it. Upload the film itself.'),
		'not-film': same('This is no film, or of an unknown format. Export it as MP4.'),
		'not-picture': same('This is no picture. Upload JPEG, PNG or WebP.'),
		'not-document': same('This is no document. Upload PDF or Word (.docx).'),
		'not-captions': same('These are no captions. Upload an SRT, VTT or ASS file.'),
		'not-file': same('This kind of file is not taken. Upload PDF, Word (.docx) or a picture.'),
		mixed: same('A page, script or archive is hidden in the file. Export it again.'),
		broken: same('The file is damaged or not complete. Export it again.'),
		pixels: same('The picture has more than 50 million pixels. Make it smaller.'),
		animated: same('Animated pictures are not taken. Save one frame as a picture.'),
		tiny: same('The picture is too small: each side needs at least 16 pixels.'),
		unknown: same('Nobody knows what this file is.'),
		failed: same('The server failed. What has arrived is safe; try again later.')
	},
	title: 'Not taken'
};

/** Why something was not taken, as a sentence; an unknown reason has one too. */
export const uploadSentence = (reason: string, detail: Detail = {}): string => {
	const say = Object.hasOwn(uploads.reason, reason)
		? uploads.reason[reason as keyof typeof uploads.reason]
		: uploads.reason.failed;
	return say(detail);
};
