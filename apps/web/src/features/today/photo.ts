import { type Answer } from '~/lib/api/answer';
import { upload } from '~/lib/api/upload';

const SMALL = 1_500_000;
const SIDE = 2_000;

/** A photo of a phone is made smaller before it leaves: on a slow line the paper stays readable, and the waiting is short. */
async function smaller(photo: File): Promise<{ readonly name: string; readonly body: Blob }> {
  if (photo.size <= SMALL) return { name: photo.name, body: photo };
  const picture = await createImageBitmap(photo);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const body = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return body ? { name: 'photo.jpg', body } : { name: photo.name, body: photo };
}

export async function addProof(absenceId: string, photo: File): Promise<Answer<{ readonly id: string }>> {
  const { name, body } = await smaller(photo);
  return upload(`/files/absence-proofs?${new URLSearchParams({ absenceId, name }).toString()}`, body);
}

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
