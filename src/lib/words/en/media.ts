import type { media as zh } from '../zh/media';

export const media = {
	held: {
		waiting: 'Waiting for the malware scanner. Shown to nobody before.',
		found: 'The scanner found malware: isolated, shown to nobody. Please put it in the trash.'
	},
	title: 'Media library',
	lead: 'Pictures, recordings and PDF documents are kept here and used everywhere. Uploaded pictures lose the place they were taken at and whatever else is written in them, and are published in several sizes.',
	upload: 'Upload',
	form: { photo: 'Picture', panorama: 'Panorama', audio: 'Recording', document: 'Document' },
	fault: {
		empty: 'The file is empty. Choose it again.',
		'too-large': 'The file is larger than 40 MB. Make it smaller and try again.',
		unknown:
			'This format is not supported. Use JPEG, PNG, WebP, AVIF or HEIC pictures, MP3, M4A or OGG recordings, or PDF documents.',
		vector:
			'SVG drawings are not accepted, as they may hold scripts. Export a PNG and upload that.',
		archive: 'Archives are not accepted. Unpack it and upload the files one by one.',
		page: 'This is a web page or markup, not a picture.',
		mismatch: 'The content of the file does not fit its ending. Export it again from its program.',
		animated: 'Moving pictures are not accepted. Save one frame as a picture and upload that.',
		pixels: 'The picture has more than 50 million pixels. Make it smaller and try again.',
		tiny: 'The picture is too small: each side needs at least 16 pixels.',
		heic: 'This kind of HEIC picture cannot be read here. Save it as JPEG on the phone first.',
		broken: 'The file is damaged or incomplete and cannot be read.',
		malware:
			'The scanner found malware in this file, so it was not taken. Clean your computer first.',
		mixed:
			'The file carries something else (a page, a script or an archive) and is not accepted. Export it again.',
		busy: 'Many files are being worked on. Try again in a moment.',
		full: 'The server is running out of room and takes no files for now. Tell the operator.',
		form: 'Not the same kind: a picture takes the place of a picture, a recording of a recording, a document of a document.'
	},
	useFault: {
		gone: 'The media library no longer holds this.',
		trashed: 'This is in the trash.',
		'no-alt': 'There is no alternative text.',
		'no-words': 'The recording has no transcript.',
		'no-consent': 'The people shown have not agreed to be shown.'
	},
	found: (n: number) => (n === 1 ? '1 item' : `${n.toLocaleString('en-GB')} items`),
	search: { label: 'Find by name, alternative text or credit', button: 'Find' },
	all: 'All',
	filter: 'Filter',
	shelf: {
		all: 'Everything',
		unused: 'Not used',
		incomplete: 'Incomplete',
		trash: 'Trash'
	},
	sortLabel: 'Order',
	sort: { new: 'Newest', old: 'Oldest', name: 'Name', size: 'Size' },
	viewLabel: 'View',
	view: { grid: 'Grid', list: 'List' },
	column: {
		name: 'Name',
		form: 'Kind',
		size: 'Size',
		uses: 'Use',
		at: 'Uploaded',
		alt: 'Alternative text'
	},
	empty: {
		title: 'Nothing matches',
		help: 'Try other conditions, or upload new files.',
		trash: 'The trash is empty.'
	},
	choose: (name: string) => `Choose “${name}”`,
	chosen: (n: number) => `${n} chosen`,
	bulk: {
		label: 'With those chosen',
		trash: 'Move to trash',
		restore: 'Restore',
		none: 'Choose something first.'
	},
	live: 'Public',
	missing: 'Incomplete',
	done: {
		saved: 'Saved.',
		framed: 'The framing is saved and all sizes were made anew.',
		replaced: 'The file is replaced, everywhere it is used.',
		trashed: (n: number) =>
			`${n === 1 ? '1 item is' : `${n} items are`} in the trash and will be removed for good after 30 days.`,
		restored: (n: number) => `${n === 1 ? '1 item' : `${n} items`} restored.`,
		uploaded: (n: number) => `${n === 1 ? '1 file' : `${n} files`} uploaded.`
	},
	refusal: {
		missing: 'This was not found; it may have been removed.',
		forbidden:
			'You cannot change this: somebody else uploaded it, or the public already sees it. Ask an editor.',
		trashed: 'This is in the trash. Restore it first.',
		changed: 'Somebody replaced this file meanwhile. Have a look and try again.',
		'not-allowed': 'Your account cannot use the media library.',
		'no-file': 'Choose a file.',
		'no-form': 'The form did not arrive complete. Try again.',
		'too-many': 'Too much at once (200 MB at most). Upload in several goes.',
		invalid: 'This is not filled in correctly.',
		'too-long': 'The text is too long.',
		day: 'The date is not valid; write it as year-month-day.'
	} as Record<string, string>,
	trash: {
		title: 'Move to trash',
		note: 'The public stops seeing it at once. It can be restored for 30 days and is removed for good after that.',
		button: 'Move to trash',
		ask: 'The public sees these at the moment. In the trash they disappear from these places:',
		why: 'Reason (kept in the record)',
		confirm: 'Move to trash all the same',
		cancel: 'Keep',
		state: (gone: string) => `In the trash; removed for good after ${gone}.`,
		restore: 'Restore'
	},
	uploading: {
		title: 'Upload files',
		lead: 'Several files at once, up to 40 MB each; pictures up to 50 million pixels.',
		formats: 'JPEG, PNG, WebP, AVIF and HEIC pictures; MP3, M4A and OGG recordings; PDF documents.',
		choose: 'Choose files',
		drop: 'or drop files here',
		send: 'Upload',
		waiting: 'Waiting',
		sending: (percent: number) => `${percent}% sent`,
		working: 'Working on it…',
		taken: 'Taken in',
		known: 'The library already holds this very file',
		open: 'Describe it',
		again: 'Try again',
		cancel: 'Cancel',
		lost: 'The connection broke off before the end.',
		signedOut: 'You are no longer signed in. Sign in in a new window and try again.',
		results: 'What became of them',
		taking: (done: number, all: number) => `${done} of ${all} files done`,
		private: 'The original stays inside the server, to be cut anew, and is never published.',
		replaceTitle: (name: string) => `Replace the file of “${name}”`,
		replaceLead:
			'The new file appears at once everywhere the old one is used, public pages included. Alternative text, credit and the rest stay: check them afterwards.'
	},
	item: {
		preview: 'Preview',
		facts: 'Description and rights',
		original: 'Original',
		pixels: (w: number, h: number) => `${w} × ${h} pixels`,
		seconds: (n: number) => `${n} seconds`,
		by: (name: string) => `uploaded by ${name}`,
		altZh: 'Alternative text (Chinese)',
		altEn: 'Alternative text (English)',
		altHint:
			'Tell those who cannot see it what is in the picture and why it is there. Without it nothing is published.',
		titleHint: 'One sentence about what this recording is.',
		nameHint: 'The name of the document as the public sees it.',
		captionZh: 'Caption (Chinese)',
		captionEn: 'Caption (English)',
		transcriptZh: 'Transcript (Chinese)',
		transcriptEn: 'Transcript (English)',
		transcriptHint: 'Every word of the recording. Without it the recording is not published.',
		credit: 'Credit',
		rightsHolder: 'Rights holder',
		licence: 'Ground for use',
		licences: {
			own: 'Made by this office',
			granted: 'Granted by the rights holder',
			'public-domain': 'Public domain',
			cc0: 'CC0',
			'cc-by': 'CC BY',
			'cc-by-sa': 'CC BY-SA',
			unknown: 'Not yet known'
		},
		consent: 'People shown',
		consents: {
			none: 'Nobody recognisable',
			given: 'They have agreed',
			needed: 'Not agreed yet'
		},
		consentNote: 'About the consent (who, when, where the paper is)',
		takenAt: 'Taken on',
		town: 'Town',
		townNone: 'Any',
		form: 'Shown as',
		save: 'Save description',
		frame: 'Framing',
		frameLead:
			'The focal point stays in view however the picture is cut. After cropping all sizes are made anew; the original stays.',
		focal: 'Focal point',
		focalHelp: 'Click the picture to set the focal point, or move it with the arrow keys.',
		focalX: 'Focal point across (%)',
		focalY: 'Focal point down (%)',
		crop: 'Crop',
		cropX: 'Left (%)',
		cropY: 'Top (%)',
		cropWidth: 'Width (%)',
		cropHeight: 'Height (%)',
		cropStart: 'Crop the picture',
		cropDone: 'Use this',
		cropWhole: 'Whole picture',
		cropLabel: 'Crop frame: arrow keys move it, Shift and arrow keys resize it',
		frameSave: 'Save framing',
		uses: 'Where it is used',
		usesNone: 'Nothing uses it yet.',
		useLive: 'public',
		useDraft: 'draft',
		replace: 'Replace the file',
		replaceLead: 'Everything that uses it follows, public pages included.',
		replaceButton: 'Choose a new file',
		adopt: 'Use another one from the library in its place',
		adoptLabel: 'Id of the other one',
		adoptPick: 'Choose from the library',
		adoptButton: 'Use that one',
		readOnly: 'You can look at this but not change it.',
		id: 'Id',
		download: 'Open the file',
		problem: 'Missing before it can be published'
	}
} satisfies typeof zh;
