/** What readers said under the demo's article, so that a first visit finds a conversation. */
const comments = [
  {
    name: 'Nguyễn Thị Hạnh',
    text: 'Bài viết hay quá. Đọc mà nhớ mùa gặt ở quê, cả xóm ra đồng từ lúc trời còn tối.',
    createdAt: '2024-03-29T05:20:11.000Z',
  },
  {
    name: 'Trần Văn Lộc',
    text: 'Năm nay lúa được mùa, bà con đỡ vất vả. Mong giá lúa giữ được đến cuối vụ.',
    createdAt: '2024-03-29T07:48:36.000Z',
  },
  {
    name: 'Lê Minh Tâm',
    text: 'Cháu cũng mong như chú ạ. Ở xã cháu thương lái đã về đặt mua từ tuần trước.',
    createdAt: '2024-03-29T09:15:02.000Z',
    parent: 1,
  },
  {
    name: 'Khách',
    text: 'Bức tranh minh họa đẹp quá.\nCảm ơn hai tác giả đã kể chuyện người nông dân.',
    createdAt: '2024-03-30T01:05:47.000Z',
  },
];

/** Puts the demo's comments into a store that has none. */
export async function seed(store, article) {
  if (await store.isEmpty()) await store.addAll(comments.map((comment) => ({article, ...comment})));
}
