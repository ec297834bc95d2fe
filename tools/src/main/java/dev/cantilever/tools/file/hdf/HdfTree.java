package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import io.jhdf.FractalHeap;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import io.jhdf.Utils;
import io.jhdf.btree.BTreeV1;
import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.AttributeNameForIndexedAttributesRecord;
import io.jhdf.btree.record.LinkNameForIndexedGroupRecord;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the groups, links and attributes of a file, and the whereabouts of its arrays. */
final class HdfTree {

  private static final int DEEPEST = 64;
  private static final int MOST = 20_000;
  private static final int LONGEST_PATH = 4_000;
  private static final long UNDEFINED = -1;

  private final Reading reading;
  private final MeteredStorage storage;
  private final ValueReader values;
  private final Map<Long, HdfNode> byAddress = new HashMap<>();
  private final List<HdfGroup> groups = new ArrayList<>();
  private final List<HdfUnread> unreads = new ArrayList<>();
  private final List<SoftLink> softLinks = new ArrayList<>();
  private HdfGroup root;

  private record SoftLink(HdfGroup group, String name, String target) {}

  private HdfTree(Reading reading, MeteredStorage storage) {
    this.reading = reading;
    this.storage = storage;
    this.values = new ValueReader(storage);
  }

  /**
   * @param start offset of the superblock, behind the user block
   */
  static HdfTree read(Reading reading, int start) {
    byte[] head = reading.bytes("superblock", start, Math.min(2_048, reading.size() - start));
    Superblock superblock =
        Superblock.readSuperblock(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN));
    int offsets = superblock.getSizeOfOffsets();
    int lengths = superblock.getSizeOfLengths();
    boolean known = (offsets == 4 || offsets == 8) && (lengths == 4 || lengths == 8);
    if (superblock.getBaseAddressByte() != start || !known) {
      throw reading.refusal(
          "superblock",
          "base %d, offsets of %d, lengths of %d bytes"
              .formatted(superblock.getBaseAddressByte(), offsets, lengths),
          "base " + start + ", 4 or 8 bytes");
    }
    HdfTree tree = new HdfTree(reading, new MeteredStorage(reading, superblock));
    if (!(tree.node(tree.rootAddress(superblock, start), "", 0) instanceof HdfGroup root)) {
      throw reading.refusal("root", "a dataset", "a group");
    }
    tree.root = root;
    tree.softLinks.forEach(tree::resolve);
    return tree;
  }

  HdfGroup root() {
    return root;
  }

  /** Every group once, in the order of the file. */
  List<HdfGroup> groups() {
    return groups;
  }

  /** What was passed over. */
  List<HdfUnread> unreads() {
    return unreads;
  }

  /** The object that a reference means. */
  Optional<HdfNode> at(long address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  private long rootAddress(Superblock superblock, int start) {
    return switch (superblock) {
      case SuperblockV0V1 first -> {
        // The entry follows the four addresses of the superblock.
        int fixed = first.getVersionOfSuperblock() == 0 ? 24 : 28;
        long entry = fixed + 4L * superblock.getSizeOfOffsets();
        yield new SymbolTableEntry(storage, entry).getObjectHeaderAddress();
      }
      case SuperblockV2V3 second -> second.getRootGroupObjectHeaderAddress();
      default -> throw reading.refusal("superblock at " + start, "unknown", "version 0 to 3");
    };
  }

  private HdfNode node(long address, String path, int depth) {
    HdfNode known = byAddress.get(address);
    if (known != null) {
      return known;
    }
    if (depth > DEEPEST || byAddress.size() >= MOST || path.length() > LONGEST_PATH) {
      throw reading.refusal(
          "groups", byAddress.size() + " objects, " + depth + " deep", "at most " + MOST);
    }
    HdfHeader header = HdfHeader.read(storage, address);
    Map<String, HdfValue> attributes = attributes(header);
    if (header.unsupported().isPresent()) {
      HdfUnread unread = new HdfUnread(path, attributes, header.unsupported().get());
      byAddress.put(address, unread);
      unreads.add(unread);
      return unread;
    }
    if (header.one(DataSpaceMessage.class).isPresent()) {
      HdfArray array = new HdfArray(path, attributes, header, storage, values);
      byAddress.put(address, array);
      return array;
    }
    HdfGroup group = new HdfGroup(path, attributes, new LinkedHashMap<>());
    byAddress.put(address, group);
    groups.add(group);
    fill(group, header, depth);
    return group;
  }

  private void fill(HdfGroup group, HdfHeader header, int depth) {
    header.one(SymbolTableMessage.class).ifPresent(table -> symbols(group, table, depth));
    header.all(LinkMessage.class).forEach(link -> link(group, link, depth));
    header
        .one(LinkInfoMessage.class)
        .filter(links -> links.getBTreeNameIndexAddress() != UNDEFINED)
        .ifPresent(links -> indexed(group, links, depth));
  }

  private void symbols(HdfGroup group, SymbolTableMessage table, int depth) {
    ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
    BTreeV1 tree = BTreeV1.createGroupBTree(storage, table.getBTreeAddress());
    for (long node : tree.getChildAddresses()) {
      for (SymbolTableEntry entry :
          new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
        String name = Utils.readUntilNull(names.position(entry.getLinkNameOffset()));
        if (entry.getCacheType() == 2) {
          String target = Utils.readUntilNull(names.position(entry.getLinkValueOffset()));
          softLinks.add(new SoftLink(group, name, target));
        } else {
          put(group, name, entry.getObjectHeaderAddress(), depth);
        }
      }
    }
  }

  private void indexed(HdfGroup group, LinkInfoMessage links, int depth) {
    HeapGuard.requireTree(storage, links.getBTreeNameIndexAddress());
    HeapGuard.requireHeap(storage, links.getFractalHeapAddress());
    FractalHeap heap = new FractalHeap(storage, links.getFractalHeapAddress());
    var tree =
        new BTreeV2<LinkNameForIndexedGroupRecord>(storage, links.getBTreeNameIndexAddress());
    Map<String, LinkMessage> byName = new TreeMap<>();
    for (LinkNameForIndexedGroupRecord each : tree.getRecords()) {
      LinkMessage link = LinkMessage.fromBuffer(heap.getId(each.getId()), storage.getSuperblock());
      byName.put(link.getLinkName(), link);
    }
    byName.values().forEach(link -> link(group, link, depth));
  }

  /** A link to another file is passed over: it could name any file of this machine. */
  private void link(HdfGroup group, LinkMessage link, int depth) {
    switch (link.getLinkType()) {
      case HARD -> put(group, link.getLinkName(), link.getHardLinkAddress(), depth);
      case SOFT -> softLinks.add(new SoftLink(group, link.getLinkName(), link.getSoftLink()));
      case EXTERNAL -> {}
    }
  }

  private void put(HdfGroup group, String name, long address, int depth) {
    group.children().put(name, node(address, group.path() + "/" + name, depth + 1));
  }

  private void resolve(SoftLink link) {
    HdfNode node = link.target().startsWith("/") ? root : link.group();
    for (String part : link.target().split("/", DEEPEST)) {
      if (!part.isEmpty() && !part.equals(".")) {
        node = node instanceof HdfGroup group ? group.children().get(part) : null;
      }
    }
    if (node != null) {
      link.group().children().putIfAbsent(link.name(), node);
    }
  }

  private Map<String, HdfValue> attributes(HdfHeader header) {
    List<AttributeMessage> messages = new ArrayList<>(header.attributes());
    header
        .one(AttributeInfoMessage.class)
        .filter(dense -> dense.getFractalHeapAddress() != UNDEFINED)
        .ifPresent(dense -> messages.addAll(dense(dense)));
    Map<String, HdfValue> attributes = new LinkedHashMap<>();
    for (AttributeMessage each : messages) {
      ByteBuffer data = each.getDataBuffer();
      if (data != null) {
        long count = each.getDataSpace().getTotalLength();
        attributes.put(each.getName(), values.read(each.getDataType(), count, data));
      }
    }
    return attributes;
  }

  private List<AttributeMessage> dense(AttributeInfoMessage dense) {
    HeapGuard.requireTree(storage, dense.getAttributeNameBTreeAddress());
    HeapGuard.requireHeap(storage, dense.getFractalHeapAddress());
    FractalHeap heap = new FractalHeap(storage, dense.getFractalHeapAddress());
    var tree =
        new BTreeV2<AttributeNameForIndexedAttributesRecord>(
            storage, dense.getAttributeNameBTreeAddress());
    Map<String, AttributeMessage> byName = new TreeMap<>();
    for (AttributeNameForIndexedAttributesRecord each : tree.getRecords()) {
      dense(heap, each).ifPresent(message -> byName.put(message.getName(), message));
    }
    return new ArrayList<>(byName.values());
  }

  /** Empty for a kind of attribute that jhdf does not read, or one too large for its heap. */
  private Optional<AttributeMessage> dense(
      FractalHeap heap, AttributeNameForIndexedAttributesRecord record) {
    try {
      return Optional.of(
          new AttributeMessage(heap.getId(record.getHeapId()), storage, record.getFlags()));
    } catch (UnsupportedHdfException unknown) {
      return Optional.empty();
    }
  }
}
