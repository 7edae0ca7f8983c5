/** Words of sending in a seal or a background where certificates are designed. */
export const certificateUpload = {
	title: '上传印章或底图',
	lead: '图片收进媒体库，和其他素材一样检查；传好后直接选上，看过效果再保存版式。',
	as: '用作',
	uses: { seal: '印章图片', picture: '底图图片' },
	alt: '图片说明',
	altHelp: '例如：某某单位印章。',
	licence: '使用依据',
	choose: '请选择',
	rights: '权利人',
	file: '图片文件',
	fileHelp: 'JPEG、PNG、WebP、AVIF 或 HEIC，不超过 40 MB。印章请用背景透明的 PNG。',
	send: '上传',
	sending: '正在上传……',
	done: {
		seal: '印章图片已经收进媒体库并选上，版式还没有保存。',
		picture: '底图已经收进媒体库并选上，版式还没有保存。'
	},
	held: '图片已经收进媒体库，正在等病毒检查，查完以后可以在列表里选用。',
	lost: '连接中断，没有传完。请再试一次。',
	refusal: {
		missing: '请填写。',
		'too-long': '太长了：最多 200 个字。',
		'no-file': '请选择图片文件。',
		'no-form': '没有收到完整的表单，请再试一次。',
		'no-image': '这里只收图片。'
	} as Record<string, string>
};
