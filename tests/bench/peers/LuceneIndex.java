import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Lucene with English stems, positions and stored fields: LuceneIndex ARTICLES.tsv FOLDER */
public final class LuceneIndex {
    public static void main(String[] arguments) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
        try (FSDirectory folder = FSDirectory.open(Paths.get(arguments[1]));
                IndexWriter writer = new IndexWriter(folder, config);
                BufferedReader articles =
                        Files.newBufferedReader(Paths.get(arguments[0]), StandardCharsets.UTF_8)) {
            for (String line = articles.readLine(); line != null; line = articles.readLine()) {
                String[] parts = line.split("\t", 3);
                Document document = new Document();
                document.add(new StringField("id", parts[0], Field.Store.YES));
                document.add(new TextField("title", parts[1], Field.Store.YES));
                document.add(new TextField("text", parts[2], Field.Store.YES));
                writer.addDocument(document);
            }
        }
    }
}
