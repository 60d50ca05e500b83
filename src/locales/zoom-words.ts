const en = {
  enlargedPhoto: 'Enlarged photo',
  previousPhoto: 'Previous photo',
  nextPhoto: 'Next photo',
  photoPosition: '{n} / {total}',
  close: 'Close',
};

const vi = {
  enlargedPhoto: 'Ảnh phóng to',
  previousPhoto: 'Ảnh trước',
  nextPhoto: 'Ảnh sau',
  close: 'Đóng',
};

/** The words around an enlarged photo, loaded together with what they are for. */
export const zoomWords = {en, vi};
